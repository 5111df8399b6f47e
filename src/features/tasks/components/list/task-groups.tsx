'use client';

import { TaskRow, type TaskRowProps } from '@/features/tasks/components/list/task-row';
import { dueGroupLooks } from '@/features/tasks/components/task-words.data';
import type { DueGroup } from '@/features/tasks/model/due';
import type { TaskGroup } from '@/features/tasks/model/group-tasks';
import type { TaskGrouping } from '@/features/tasks/model/task-views';
import type { TaskDto } from '@/features/tasks/schemas/task';
import { Avatar } from '@/ui/avatar';
import { toneClasses } from '@/ui/badge';
import { toneIcons } from '@/ui/status';
import { StatusIcon } from '@/ui/status-icon';

interface TaskGroupsProps {
  groups: readonly TaskGroup<TaskDto>[];
  grouping: TaskGrouping;
  openId: string | null;
  selected: ReadonlySet<string>;
  moves: TaskRowProps['moves'];
  onOpen: (id: string) => void;
  onSelect: (id: string, selected: boolean) => void;
}

/** The list: a heading for each day's part, person or creator, and its tasks. */
export function TaskGroups({ groups, grouping, openId, selected, moves, onOpen, onSelect }: TaskGroupsProps) {
  return groups.map((group) => (
    <section key={group.key} aria-label={labelOf(group, grouping)}>
      <h2 className="sticky top-0 z-10 flex h-8 items-center gap-2 border-b border-line bg-sunken px-5 text-sm font-semibold text-ink-2 max-sm:px-3">
        <GroupMark group={group} grouping={grouping} />
        {labelOf(group, grouping)}
        <span className="num font-normal text-ink-3">{group.tasks.length}</span>
      </h2>
      <ul>
        {group.tasks.map((task) => (
          <TaskRow
            key={task.id}
            task={task}
            open={task.id === openId}
            selected={selected.has(task.id)}
            moves={moves}
            onOpen={() => onOpen(task.id)}
            onSelect={(ticked) => onSelect(task.id, ticked)}
          />
        ))}
      </ul>
    </section>
  ));
}

function labelOf({ key, name }: TaskGroup<TaskDto>, grouping: TaskGrouping): string {
  if (grouping === 'day') return dueGroupLooks[key as DueGroup].label;
  return name ?? (grouping === 'person' ? 'Nobody' : 'No creator');
}

function GroupMark({ group: { key, name }, grouping }: { group: TaskGroup<TaskDto>; grouping: TaskGrouping }) {
  if (grouping === 'day') {
    const { tone, icon } = dueGroupLooks[key as DueGroup];
    return (
      <span className={`text-(--st) ${toneClasses[tone]}`}>
        <StatusIcon name={icon ?? toneIcons[tone]} className="size-3" />
      </span>
    );
  }
  return name === null ? null : <Avatar id={key} name={name} size="xs" />;
}
