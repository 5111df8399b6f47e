'use client';

import Link from 'next/link';
import { DueBadge } from '@/features/tasks/components/task-badges';
import { AssigneeMark } from '@/features/tasks/components/list/task-row';
import { NewTask } from '@/features/tasks/components/new-task';
import { useTaskDesk } from '@/features/tasks/components/task-desk';
import { TickButton } from '@/features/tasks/components/tick-button';
import { useTaskList } from '@/features/tasks/components/use-task-list';
import { useTaskMoves } from '@/features/tasks/components/use-task-moves';
import { sortTasks } from '@/features/tasks/model/sort-tasks';
import { Section } from '@/ui/section';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface TaskPaneProps {
  /** On whose record the tasks stand: crt_… */
  creatorId: string;
  /** What a new one is about, if not the creator: thr_…, msg_… */
  subject?: string;
}

/** What there is to do about a creator, and one line to add to it. */
export function TaskPane({ creatorId, subject }: TaskPaneProps) {
  const { slug, can } = useWorkspace();
  const { me } = useTaskDesk();
  const list = useTaskList({ filter: JSON.stringify({ creatorId }), creatorId });
  const moves = useTaskMoves(list);
  const tasks = sortTasks(
    list.tasks.filter(({ state }) => state === 'open' || state === 'doing'),
    'due',
  );
  const editable = can('task.update');
  return (
    <Section title={tasks.length > 0 ? `Tasks (${tasks.length}${list.hasMore ? '+' : ''})` : 'Tasks'}>
      {tasks.length > 0 && (
        <ul aria-label="Tasks" className="mb-2 flex flex-col">
          {tasks.map((task) => (
            <li key={task.id} className="flex min-h-8 items-start gap-1.5 py-1">
              <TickButton task={task} disabled={!editable} onTick={() => moves.tick(task)} />
              <div className="min-w-0 flex-1 pt-0.5">
                <Link
                  href={`/${slug}/tasks?view=all&task=${task.id}`}
                  className="[overflow-wrap:anywhere] hover:underline"
                >
                  {task.title}
                </Link>
                <div className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
                  <DueBadge task={task} />
                </div>
              </div>
              <AssigneeMark assignee={task.assignee} />
            </li>
          ))}
        </ul>
      )}
      {editable ? (
        <NewTask draftKey={`task:${creatorId}`} assigneeId={me} subject={subject ?? creatorId} onMade={list.keep} />
      ) : (
        tasks.length === 0 && <p className="text-sm text-ink-3">Nothing to do.</p>
      )}
    </Section>
  );
}
