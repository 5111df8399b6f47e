'use client';

import { AlarmClock, CalendarDays, CheckCheck, UserRound } from 'lucide-react';
import { useState } from 'react';
import { SnoozeMenu } from '@/features/tasks/components/snooze-menu';
import { useTaskDesk } from '@/features/tasks/components/task-desk';
import { useMembers } from '@/features/tasks/components/use-members';
import type { TaskState } from '@/features/tasks/model/task-transitions';
import type { TaskDto } from '@/features/tasks/schemas/task';
import type { ChangedTasks } from '@/features/tasks/schemas/task-commands';
import { addDays, dayIn, weekdayOf } from '@/shared/zoned-time';
import { StatusBadge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { BulkBar } from '@/ui/data-table/bulk-bar';
import { DropdownMenu, MenuItem } from '@/ui/dropdown-menu';
import { useLocale } from '@/ui/locale-provider';
import { notify } from '@/ui/notify';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';

interface BulkTasksProps {
  tasks: readonly TaskDto[];
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  onChanged: () => void;
}

const states: TaskState[] = ['open', 'doing', 'done', 'cancelled'];

/** What can be done with the ticked tasks at once. What did not happen is said, with the reason. */
export function BulkTasks({ tasks, selected, onSelect, onChanged }: BulkTasksProps) {
  const members = useMembers();
  const { change, pending } = useBulkChange([...selected], onChanged);
  const days = useDays();
  const every = (wanted: object, said: string) => void change(wanted, said);
  const finish = (state: TaskState) => {
    const before = tasks.filter(({ id, state: was }) => selected.has(id) && was === 'open').map(({ id }) => id);
    void change({ kind: 'state', state }, 'moved', state === 'done' ? before : []);
  };
  return (
    <BulkBar
      selection={{ all: false, ids: new Set(selected) }}
      loaded={selected.size}
      onSelectionChange={({ ids }) => onSelect(ids)}
    >
      <DropdownMenu
        side="top"
        trigger={
          <Button icon={<CheckCheck />} pending={pending}>
            State
          </Button>
        }
      >
        {states.map((state) => (
          <MenuItem key={state} onSelect={() => finish(state)}>
            <StatusBadge kind="taskState" value={state} />
          </MenuItem>
        ))}
      </DropdownMenu>
      <DropdownMenu side="top" trigger={<Button icon={<CalendarDays />}>Due</Button>}>
        {days.map(({ label, due }) => (
          <MenuItem key={label} onSelect={() => every({ kind: 'due', due }, `due: ${label}`)}>
            {label}
          </MenuItem>
        ))}
      </DropdownMenu>
      <DropdownMenu side="top" trigger={<Button icon={<UserRound />}>Assign</Button>}>
        {[...members, { id: '', name: 'Nobody' }].map(({ id, name }) => (
          <MenuItem
            key={id}
            onSelect={() => every({ kind: 'assignee', assigneeId: id || null }, `assigned to ${name}`)}
          >
            {name}
          </MenuItem>
        ))}
      </DropdownMenu>
      <SnoozeMenu
        side="top"
        asleep
        trigger={<Button icon={<AlarmClock />}>Put off</Button>}
        onSnooze={(until) =>
          every({ kind: 'snooze', until: until?.toISOString() ?? null }, until ? 'put off' : 'taken up')
        }
      />
    </BulkBar>
  );
}

function useDays() {
  const now = useNow();
  const { timeZone } = useLocale();
  const today = dayIn(timeZone, now);
  const on = (days: number) => ({ on: addDays(today, days), zone: timeZone });
  return [
    { label: 'Today', due: on(0) },
    { label: 'Tomorrow', due: on(1) },
    { label: 'Next Monday', due: on(8 - weekdayOf(today)) },
    { label: 'In two weeks', due: on(14) },
    { label: 'No date', due: null },
  ];
}

function useBulkChange(ids: string[], onChanged: () => void) {
  const { slug } = useWorkspace();
  const desk = useTaskDesk();
  const [pending, setPending] = useState(false);
  const send = async (chosen: string[], wanted: object): Promise<ChangedTasks | null> => {
    setPending(true);
    const answer = await desk.change(slug, { ids: chosen, change: wanted }).catch(() => null);
    setPending(false);
    if (answer?.ok) return answer.data;
    notify.failed('Nothing was changed', { description: answer?.error.message ?? 'The server did not answer.' });
    return null;
  };
  /** `reopen`: those that an undo opens again. */
  const change = async (wanted: object, said: string, reopen: string[] = []) => {
    const done = await send(ids, wanted);
    if (!done) return;
    const { changed, refused } = done;
    const undo = () => void send(reopen, { kind: 'state', state: 'open' }).then(onChanged);
    if (refused.length > 0) {
      const reasons = [...new Set(refused.map(({ message }) => message))].join(' ');
      notify.warn(`${changed} ${said}, ${refused.length} not`, { description: reasons });
    } else if (reopen.length > 0) notify.undoable(`${changed} ${said}`, undo);
    else notify.done(`${changed} ${said}`);
    onChanged();
  };
  return { change, pending };
}
