'use client';

import { Ellipsis } from 'lucide-react';
import Link from 'next/link';
import { useState, type DragEvent } from 'react';
import { AssigneeMark } from '@/features/tasks/components/list/task-row';
import { DueBadge, PriorityBadge } from '@/features/tasks/components/task-badges';
import { TickButton } from '@/features/tasks/components/tick-button';
import type { TaskMoves } from '@/features/tasks/components/use-task-moves';
import { mayMove, type TaskState } from '@/features/tasks/model/task-transitions';
import type { TaskDto } from '@/features/tasks/schemas/task';
import { StatusBadge } from '@/ui/badge';
import { cn } from '@/ui/cn';
import { DropdownMenu, MenuItem } from '@/ui/dropdown-menu';
import { IconButton } from '@/ui/icon-button';
import { useWorkspace } from '@/ui/shell/workspace-scope';

const columns = ['open', 'doing', 'done'] as const;

interface TaskBoardProps {
  tasks: readonly TaskDto[];
  openId: string | null;
  moves: TaskMoves;
  onOpen: (id: string) => void;
}

/** Open, under way, lately done. A card is dragged to another column, or sent there by its menu. */
export function TaskBoard({ tasks, openId, moves, onOpen }: TaskBoardProps) {
  const [over, setOver] = useState<TaskState | null>(null);
  const drop = (event: DragEvent, state: TaskState) => {
    event.preventDefault();
    setOver(null);
    const task = tasks.find(({ id }) => id === event.dataTransfer.getData('text/task'));
    if (task && mayMove(task.state, state)) moves.move(task, state);
  };
  return (
    <div className="grid min-h-0 flex-1 auto-cols-[minmax(240px,1fr)] grid-flow-col gap-3 overflow-x-auto p-4 max-sm:auto-cols-[85%] max-sm:p-3">
      {columns.map((state) => {
        const cards = tasks.filter((task) => task.state === state);
        return (
          <section
            key={state}
            aria-labelledby={`board-${state}`}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(state);
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => drop(event, state)}
            className={cn('flex min-h-0 flex-col rounded-md bg-sunken', over === state && 'outline-2 outline-accent')}
          >
            <h2 id={`board-${state}`} className="flex items-center gap-2 px-3 py-2">
              <StatusBadge kind="taskState" value={state} />
              <span className="num text-sm text-ink-3">{cards.length}</span>
            </h2>
            <ul className="flex min-h-24 flex-col gap-2 overflow-y-auto px-2 pb-2">
              {cards.map((task) => (
                <TaskCard
                  key={task.id}
                  task={task}
                  open={task.id === openId}
                  moves={moves}
                  onOpen={() => onOpen(task.id)}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

interface TaskCardProps {
  task: TaskDto;
  open: boolean;
  moves: TaskMoves;
  onOpen: () => void;
}

function TaskCard({ task, open, moves, onOpen }: TaskCardProps) {
  const { slug, can } = useWorkspace();
  const editable = can('task.update');
  return (
    <li
      data-task={task.id}
      draggable={editable}
      onDragStart={(event) => event.dataTransfer.setData('text/task', task.id)}
      className={cn('rounded-md border border-line bg-surface p-2', open && 'border-accent')}
    >
      <div className="flex items-start gap-1">
        <TickButton task={task} disabled={!editable} onTick={() => moves.tick(task)} />
        <button
          type="button"
          data-task-title
          aria-expanded={open}
          onClick={onOpen}
          className={cn(
            'min-w-0 flex-1 rounded-xs pt-0.5 text-left font-medium [overflow-wrap:anywhere] hover:underline',
            task.state === 'done' && 'font-normal text-ink-3 line-through',
          )}
        >
          {task.title}
        </button>
        {editable && <MoveMenu task={task} onMove={(state) => moves.move(task, state)} />}
      </div>
      <div className="mt-1.5 flex flex-wrap items-center gap-1.5 pl-7">
        <PriorityBadge priority={task.priority} />
        <DueBadge task={task} />
        {task.creator && (
          <Link
            href={`/${slug}/creators/${task.creator.id}`}
            className="max-w-40 truncate text-sm text-ink-2 hover:underline"
          >
            {task.creator.displayName}
          </Link>
        )}
        <span className="ml-auto">
          <AssigneeMark assignee={task.assignee} />
        </span>
      </div>
    </li>
  );
}

/** The other states it may go to. */
export function MoveMenu({ task, onMove }: { task: TaskDto; onMove: (state: TaskState) => void }) {
  const possible = ([...columns, 'cancelled'] as const).filter((state) => mayMove(task.state, state));
  if (possible.length === 0) return null;
  return (
    <DropdownMenu align="end" trigger={<IconButton size="s" aria-label={`Move: ${task.title}`} icon={<Ellipsis />} />}>
      {possible.map((state) => (
        <MenuItem key={state} onSelect={() => onMove(state)}>
          <StatusBadge kind="taskState" value={state} />
        </MenuItem>
      ))}
    </DropdownMenu>
  );
}
