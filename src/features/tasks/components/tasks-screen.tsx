'use client';

import { CircleCheck } from 'lucide-react';
import dynamic from 'next/dynamic';
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryState } from 'nuqs';
import { useEffect, useMemo, useState, type ComponentProps } from 'react';
import { ViewBoard } from '@/features/tasks/components/list/view-board';
import { TaskGroups } from '@/features/tasks/components/list/task-groups';
import { useListKeys } from '@/features/tasks/components/list/use-list-keys';
import { ViewBar } from '@/features/tasks/components/list/view-bar';
import { focusNewTask, NewTask } from '@/features/tasks/components/new-task';
import type { TaskSheetProps } from '@/features/tasks/components/sheet/task-sheet';
import { useTaskDesk } from '@/features/tasks/components/task-desk';
import { emptyWords } from '@/features/tasks/components/task-words.data';
import { useTaskCounts } from '@/features/tasks/components/use-task-counts';
import { useTaskList, type TaskList } from '@/features/tasks/components/use-task-list';
import { useTaskMoves } from '@/features/tasks/components/use-task-moves';
import { groupTasks } from '@/features/tasks/model/group-tasks';
import { sortTasks } from '@/features/tasks/model/sort-tasks';
import { filterOf, hasBoard, isInView, TASK_GROUPINGS, type TaskView } from '@/features/tasks/model/task-views';
import type { TaskPage } from '@/features/tasks/schemas/task';
import { EmptyState } from '@/ui/empty-state';
import { ListEnd } from '@/ui/list-end';
import { useLocale } from '@/ui/locale-provider';
import { PageHeader } from '@/ui/page-header';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';
import { Skeleton } from '@/ui/skeleton';

const TaskSheet = dynamic(
  () => import('@/features/tasks/components/sheet/task-sheet').then((module) => module.TaskSheet),
  { ssr: false },
);
const BulkTasks = dynamic(
  () => import('@/features/tasks/components/list/bulk-tasks').then((module) => module.BulkTasks),
  { ssr: false },
);

interface TasksScreenProps {
  view: TaskView;
  first: TaskPage;
  subjectHref: TaskSheetProps['subjectHref'];
}

const groupParser = parseAsStringLiteral(TASK_GROUPINGS).withDefault('day');

/** Everything there is to do, as a list or a board, with one task beside it. */
export function TasksScreen({ view, first, subjectHref }: TasksScreenProps) {
  const { slug, can } = useWorkspace();
  const { me } = useTaskDesk();
  const [grouping, setGrouping] = useQueryState('group', groupParser);
  const [asBoard, setBoard] = useQueryState('board', parseAsBoolean.withDefault(false));
  const [openId, setOpenId] = useQueryState('task', parseAsString);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const counts = useTaskCounts(slug, true);
  const list = useTaskList({ filter: JSON.stringify(filterOf(view)), first: first.data });
  const moves = useTaskMoves(list);
  useNewWanted();
  const board = asBoard && hasBoard(view);
  const { tasks, groups } = useShown(list, view, grouping);
  const ordered = board ? tasks : groups.flatMap((group) => group.tasks);
  const select = (id: string, ticked: boolean) => setSelected((before) => toggled(before, id, ticked));
  const open = (id: string) => void setOpenId(id);
  useListKeys({
    ...{ tasks: ordered, openId, moves, onOpen: open },
    onSelect: (id) => select(id, !selected.has(id)),
    onNew: focusNewTask,
  });
  const chosen = new Set(tasks.filter(({ id }) => selected.has(id)).map(({ id }) => id));
  return (
    <>
      <PageHeader title="Tasks" />
      <ViewBar
        {...{ view, counts, grouping, board: asBoard }}
        onGrouping={(next) => void setGrouping(next)}
        onBoard={(next) => void setBoard(next || null)}
      />
      {can('task.update') && view !== 'done' && (
        <div className="border-b border-line bg-surface px-5 py-2 max-sm:px-3">
          <NewTask draftKey="task" assigneeId={view === 'unassigned' ? null : me} onMade={(task) => list.keep(task)} />
        </div>
      )}
      {board ? (
        <ViewBoard {...{ view, list, tasks, openId, moves }} onOpen={open} />
      ) : (
        <TaskListing
          {...{ view, list, groups, grouping, openId, moves }}
          selected={chosen}
          onOpen={open}
          onSelect={select}
        />
      )}
      {!board && chosen.size > 0 && (
        <BulkTasks tasks={tasks} selected={chosen} onSelect={setSelected} onChanged={() => setSelected(new Set())} />
      )}
      {openId && (
        <TaskSheet
          id={openId}
          list={list}
          moves={moves}
          subjectHref={subjectHref}
          onClose={() => void setOpenId(null)}
        />
      )}
    </>
  );
}

type ListingProps = Omit<ComponentProps<typeof TaskGroups>, 'ref'> & { view: TaskView; list: TaskList };

function TaskListing({ view, list, ...shown }: ListingProps) {
  const empty = !list.loading && shown.groups.length === 0 && !list.hasMore;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto bg-surface">
      {list.loading && <Skeleton className="m-5 h-40 rounded-md" />}
      {empty && <EmptyState icon={<CircleCheck />} {...emptyWords[view]} />}
      <TaskGroups {...shown} />
      <ListEnd
        {...{ hasMore: list.hasMore, loading: list.loadingMore, failed: list.failed }}
        onReached={list.more}
        onRetry={list.again}
      />
    </div>
  );
}

/** The tasks of the view as they are now, in order and in groups. */
function useShown(list: TaskList, view: TaskView, grouping: (typeof TASK_GROUPINGS)[number]) {
  const { me } = useTaskDesk();
  const now = useNow();
  const { timeZone } = useLocale();
  return useMemo(() => {
    const inView = list.tasks.filter((task) => isInView(task, view, { me, now }));
    const tasks = sortTasks(inView, view === 'done' ? 'finished' : 'due');
    return { tasks, groups: groupTasks(tasks, grouping, { now, zone: timeZone }) };
  }, [list.tasks, view, grouping, me, now, timeZone]);
}

/** `?new=true` begins with the cursor in the line of the next task. */
function useNewWanted(): void {
  const [wanted, setWanted] = useQueryState('new', parseAsBoolean.withDefault(false));
  useEffect(() => {
    if (!wanted) return;
    focusNewTask();
    void setWanted(null);
  }, [wanted, setWanted]);
}

function toggled(before: ReadonlySet<string>, id: string, ticked: boolean): ReadonlySet<string> {
  const after = new Set(before);
  if (ticked) after.add(id);
  else after.delete(id);
  return after;
}
