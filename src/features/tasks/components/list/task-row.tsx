'use client';

import { AlarmClock, Repeat } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { SnoozeMenu } from '@/features/tasks/components/snooze-menu';
import { DueBadge, PriorityBadge, SnoozeBadge } from '@/features/tasks/components/task-badges';
import { TickButton } from '@/features/tasks/components/tick-button';
import type { TaskMoves } from '@/features/tasks/components/use-task-moves';
import type { TaskDto } from '@/features/tasks/schemas/task';
import { Avatar } from '@/ui/avatar';
import { StatusBadge } from '@/ui/badge';
import { Checkbox } from '@/ui/checkbox';
import { cn } from '@/ui/cn';
import { IconButton } from '@/ui/icon-button';
import { useWorkspace } from '@/ui/shell/workspace-scope';

export interface TaskRowProps {
  task: TaskDto;
  open: boolean;
  selected: boolean;
  moves: TaskMoves;
  onOpen: () => void;
  onSelect: (selected: boolean) => void;
}

/** One task as a line: what to do, about whom, by when, who. */
export function TaskRow({ task, open, selected, moves, onOpen, onSelect }: TaskRowProps) {
  const { can } = useWorkspace();
  const editable = can('task.update');
  const finished = task.state === 'done' || task.state === 'cancelled';
  return (
    <li
      data-task={task.id}
      className={cn(
        'group flex min-h-[38px] items-center gap-2 border-b border-line px-5 py-1 hover:bg-sunken max-sm:flex-wrap max-sm:gap-y-0 max-sm:px-3 max-sm:py-1.5',
        (open || selected) && 'bg-accent-soft hover:bg-accent-soft',
      )}
    >
      {editable && (
        <Checkbox
          aria-label={`Select ${task.title}`}
          checked={selected}
          onCheckedChange={(checked) => onSelect(checked === true)}
        />
      )}
      <TickButton task={task} disabled={!editable} onTick={() => moves.tick(task)} />
      <button
        type="button"
        data-task-title
        onClick={onOpen}
        aria-expanded={open}
        className={cn(
          'min-w-0 flex-1 truncate rounded-xs text-left font-medium hover:underline max-sm:whitespace-normal',
          finished && 'font-normal text-ink-3 line-through',
        )}
      >
        {task.title}
      </button>
      <TaskFacts task={task}>
        {editable && !finished && (
          <SnoozeMenu
            asleep={task.snoozedUntil !== null}
            onSnooze={(until) => moves.snooze(task, until)}
            trigger={
              <IconButton
                data-snooze
                size="s"
                kbd="H"
                aria-label={`Put off: ${task.title}`}
                icon={<AlarmClock />}
                className="opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 aria-expanded:opacity-100 coarse:opacity-100 max-sm:hidden"
              />
            }
          />
        )}
      </TaskFacts>
    </li>
  );
}

function TaskFacts({ task, children }: { task: TaskDto; children: ReactNode }) {
  const { slug } = useWorkspace();
  return (
    <span className="flex min-w-0 shrink-0 items-center gap-2 max-sm:w-full max-sm:flex-wrap max-sm:pb-1 max-sm:pl-[68px]">
      {task.recurrence && <Repeat role="img" aria-label="Comes again" className="size-3.5 shrink-0 text-ink-3" />}
      {(task.state === 'doing' || task.state === 'cancelled') && (
        <StatusBadge kind="taskState" value={task.state} className="shrink-0" />
      )}
      <PriorityBadge priority={task.priority} />
      <SnoozeBadge until={task.snoozedUntil} />
      <DueBadge task={task} />
      {task.creator && (
        <Link
          href={`/${slug}/creators/${task.creator.id}`}
          className="max-w-40 truncate rounded-xs text-ink-2 hover:text-ink hover:underline"
        >
          {task.creator.displayName}
        </Link>
      )}
      <AssigneeMark assignee={task.assignee} />
      {children}
    </span>
  );
}

/** Who has it, as a face; an empty ring for nobody. */
export function AssigneeMark({ assignee }: { assignee: TaskDto['assignee'] }) {
  if (!assignee) {
    return (
      <span
        title="Nobody"
        className="inline-block size-5 shrink-0 rounded-full border border-dashed border-line-strong"
      >
        <span className="sr-only">Nobody’s</span>
      </span>
    );
  }
  return (
    <span title={assignee.name} className="flex shrink-0">
      <Avatar id={assignee.id} name={assignee.name} size="xs" />
      <span className="sr-only">For {assignee.name}</span>
    </span>
  );
}
