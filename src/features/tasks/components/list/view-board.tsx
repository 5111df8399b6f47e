'use client';

import { TaskBoard } from '@/features/tasks/components/list/task-board';
import { useTaskList, type TaskList } from '@/features/tasks/components/use-task-list';
import type { TaskMoves } from '@/features/tasks/components/use-task-moves';
import { sortTasks } from '@/features/tasks/model/sort-tasks';
import { filterOf, type TaskView } from '@/features/tasks/model/task-views';
import type { TaskDto } from '@/features/tasks/schemas/task';
import { ListEnd } from '@/ui/list-end';

interface ViewBoardProps {
  view: TaskView;
  list: TaskList;
  /** Of the view, to do. */
  tasks: readonly TaskDto[];
  openId: string | null;
  moves: TaskMoves;
  onOpen: (id: string) => void;
}

const mostDone = 20;

/** The board of a view, with what was lately done in its last column. */
export function ViewBoard({ view, list, tasks, openId, moves, onOpen }: ViewBoardProps) {
  const filter = { ...filterOf(view), snoozed: 'include', state: ['done'], sort: '-finishedAt' };
  const finished = useTaskList({ filter: JSON.stringify(filter) });
  const here = new Set(list.tasks.map(({ id }) => id));
  const done = [...list.tasks, ...finished.tasks.filter(({ id }) => !here.has(id))].filter(
    ({ state }) => state === 'done',
  );
  return (
    <>
      <TaskBoard
        tasks={[...tasks, ...sortTasks(done, 'finished').slice(0, mostDone)]}
        openId={openId}
        moves={moves}
        onOpen={onOpen}
      />
      <ListEnd
        {...{ hasMore: list.hasMore, loading: list.loadingMore, failed: list.failed }}
        onReached={list.more}
        onRetry={list.again}
      />
    </>
  );
}
