'use client';

import { dueGroupLooks, priorityLabels } from '@/features/tasks/components/task-words.data';
import { dueAtOf, dueDayIn, dueGroupOf, type Due } from '@/features/tasks/model/due';
import type { TaskPriority } from '@/features/tasks/model/vocabulary';
import type { TaskDto } from '@/features/tasks/schemas/task';
import { addDays, dayIn } from '@/shared/zoned-time';
import { Badge } from '@/ui/badge';
import type { Format } from '@/ui/format';
import { useFormat, useLocale } from '@/ui/locale-provider';
import { useNow } from '@/ui/shell/workspace-scope';

/** When it is due, in the person's zone: colour, icon and word. Nothing for no date, and no alarm for what is finished. */
export function DueBadge({ task }: { task: Pick<TaskDto, 'due' | 'state'> }) {
  const now = useNow();
  const format = useFormat();
  const { timeZone } = useLocale();
  const { due } = task;
  if (!due) return null;
  const finished = task.state === 'done' || task.state === 'cancelled';
  const { tone, icon } = dueGroupLooks[finished ? 'later' : dueGroupOf(due, { now, zone: timeZone })];
  return (
    <Badge tone={tone} {...(icon && { icon })} className="shrink-0">
      <span className="sr-only">Due </span>
      {dueWords(due, { now, zone: timeZone, format })}
    </Badge>
  );
}

interface Look {
  now: Date;
  zone: string;
  format: Format;
}

/** `Today 17:00`, `Tomorrow`, `Yesterday`, `27 Nov 2026`. */
export function dueWords(due: Due, { now, zone, format }: Look): string {
  const today = dayIn(zone, now);
  const day = dueDayIn(zone, due);
  const names: Record<string, string> = {
    [today]: 'Today',
    [addDays(today, 1)]: 'Tomorrow',
    [addDays(today, -1)]: 'Yesterday',
  };
  const time = due.time === null ? '' : ` ${format.time(dueAtOf(due))}`;
  return `${names[day] ?? format.day(day)}${time}`;
}

/** Only what is out of the ordinary. */
export function PriorityBadge({ priority }: { priority: TaskPriority }) {
  if (priority === 'normal') return null;
  const tone = { urgent: 'late', high: 'attention', low: 'planned' } as const;
  return (
    <Badge tone={tone[priority]} icon={priority === 'low' ? 'slash' : 'bang'} className="shrink-0">
      {priorityLabels[priority]}
    </Badge>
  );
}

/** Until when it sleeps. */
export function SnoozeBadge({ until }: { until: string | null }) {
  const now = useNow();
  const format = useFormat();
  if (until === null || Date.parse(until) <= now.getTime()) return null;
  return (
    <Badge tone="planned" icon="pause" className="shrink-0">
      Until {format.dateTime(until)}
    </Badge>
  );
}
