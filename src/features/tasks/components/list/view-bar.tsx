'use client';

import { LayoutList, SquareKanban } from 'lucide-react';
import { groupingLabels, viewLabels } from '@/features/tasks/components/task-words.data';
import {
  hasBoard,
  TASK_GROUPINGS,
  TASK_VIEWS,
  type TaskGrouping,
  type TaskView,
} from '@/features/tasks/model/task-views';
import type { TaskCounts } from '@/features/tasks/schemas/count-tasks';
import { IconButton } from '@/ui/icon-button';
import { Select } from '@/ui/select';
import { TabNav } from '@/ui/tab-nav';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface ViewBarProps {
  view: TaskView;
  counts: TaskCounts | null;
  grouping: TaskGrouping;
  onGrouping: (grouping: TaskGrouping) => void;
  board: boolean;
  onBoard: (board: boolean) => void;
}

/** Whose tasks, grouped by what, as a list or a board. */
export function ViewBar({ view, counts, grouping, onGrouping, board, onBoard }: ViewBarProps) {
  const { slug } = useWorkspace();
  const shape = board ? '&board=true' : '';
  const items = TASK_VIEWS.map((name) => ({
    href: `/${slug}/tasks?view=${name}&group=${grouping}${shape}`,
    label: viewLabels[name],
    current: name === view,
    ...(counts && name in counts && { count: counts[name as keyof TaskCounts] }),
  }));
  const mayBoard = hasBoard(view);
  return (
    <div className="flex flex-wrap items-center border-b border-line bg-surface [&>nav]:min-w-0 [&>nav]:flex-1 [&>nav]:border-b-0 max-sm:[&>nav]:basis-full">
      <TabNav label="Whose tasks" items={items} />
      <div className="flex items-center gap-1.5 px-3 max-sm:ml-auto max-sm:pb-2">
        {!(board && mayBoard) && (
          <Select
            aria-label="Group by"
            className="w-32"
            value={grouping}
            options={TASK_GROUPINGS.map((value) => ({ value, label: `By ${groupingLabels[value].toLowerCase()}` }))}
            onChange={(event) => onGrouping(event.target.value as TaskGrouping)}
          />
        )}
        {mayBoard && (
          <>
            <IconButton aria-label="List" icon={<LayoutList />} pressed={!board} onClick={() => onBoard(false)} />
            <IconButton aria-label="Board" icon={<SquareKanban />} pressed={board} onClick={() => onBoard(true)} />
          </>
        )}
      </div>
    </div>
  );
}
