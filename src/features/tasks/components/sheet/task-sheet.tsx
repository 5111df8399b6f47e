'use client';

import { AlarmClock, Check, ExternalLink, RotateCcw } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState, type ReactNode } from 'react';
import { MoveMenu } from '@/features/tasks/components/list/task-board';
import { TaskFields } from '@/features/tasks/components/sheet/task-fields';
import { SnoozeMenu } from '@/features/tasks/components/snooze-menu';
import { DueBadge, PriorityBadge, SnoozeBadge } from '@/features/tasks/components/task-badges';
import { sourceWords } from '@/features/tasks/components/task-words.data';
import type { TaskList } from '@/features/tasks/components/use-task-list';
import type { TaskMoves } from '@/features/tasks/components/use-task-moves';
import type { TaskDto } from '@/features/tasks/schemas/task';
import { StatusBadge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { callRead, ReadError } from '@/ui/call-read';
import { Callout } from '@/ui/callout';
import { useFormat } from '@/ui/locale-provider';
import { Sheet } from '@/ui/sheet';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';
import { Skeleton } from '@/ui/skeleton';

export interface TaskSheetProps {
  id: string;
  list: TaskList;
  moves: TaskMoves;
  /** Where what it is about is seen, below the workspace. */
  subjectHref: (subject: NonNullable<TaskDto['subject']>, task: TaskDto) => string | null;
  onClose: () => void;
}

/** One task beside the list: everything of it, and what it is about one click away. */
export function TaskSheet({ id, list, moves, subjectHref, onClose }: TaskSheetProps) {
  const task = list.tasks.find((known) => known.id === id);
  const problem = useAbsentTask(task ? null : id, list.keep);
  if (task) return <OpenTask task={task} moves={moves} subjectHref={subjectHref} onClose={onClose} />;
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()} title="Task">
      {problem ? (
        <Callout tone="late" className="m-4" urgent>
          {problem}
        </Callout>
      ) : (
        <Skeleton className="m-4 h-40 rounded-md" />
      )}
    </Sheet>
  );
}

type OpenTaskProps = Omit<TaskSheetProps, 'id' | 'list'> & { task: TaskDto };

function OpenTask({ task, moves, subjectHref, onClose }: OpenTaskProps) {
  const { can } = useWorkspace();
  const mayChange = can('task.update');
  const editable = mayChange && task.state !== 'cancelled';
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={task.title}
      actions={mayChange && <MoveMenu task={task} onMove={(state) => moves.move(task, state)} />}
      footer={editable && <SheetButtons task={task} moves={moves} />}
    >
      <TaskWhole task={task} editable={editable} save={moves.save} subjectHref={subjectHref} />
    </Sheet>
  );
}

interface TaskWholeProps extends Pick<TaskSheetProps, 'subjectHref'> {
  task: TaskDto;
  editable: boolean;
  save: TaskMoves['save'];
}

function TaskWhole({ task, editable, save, subjectHref }: TaskWholeProps) {
  return (
    <>
      <div className="flex flex-wrap gap-1.5 px-4 pt-3.5">
        <StatusBadge kind="taskState" value={task.state} />
        <PriorityBadge priority={task.priority} />
        <DueBadge task={task} />
        <SnoozeBadge until={task.snoozedUntil} />
      </div>
      <TaskSubject task={task} subjectHref={subjectHref} />
      <TaskFields key={task.id} task={task} disabled={!editable} save={save} />
      <TaskOrigin task={task} />
    </>
  );
}

/** Reads a task that is in no list, such as one of a link; answers why it could not. */
function useAbsentTask(id: string | null, keep: TaskList['keep']): string | null {
  const { slug } = useWorkspace();
  const [problem, setProblem] = useState<{ id: string; message: string } | null>(null);
  useEffect(() => {
    if (id === null) return;
    const giveUp = new AbortController();
    callRead<TaskDto>({ workspace: slug, name: 'get-task', signal: giveUp.signal }, { id }).then(
      keep,
      (error: unknown) => {
        if (error instanceof ReadError)
          setProblem({ id, message: error.code === 'not_found' ? 'This task is not here.' : error.message });
      },
    );
    return () => giveUp.abort();
  }, [slug, id, keep]);
  return problem !== null && problem.id === id ? problem.message : null;
}

function SheetButtons({ task, moves }: { task: TaskDto; moves: TaskMoves }) {
  const done = task.state === 'done';
  return (
    <>
      {!done && (
        <SnoozeMenu
          side="top"
          asleep={task.snoozedUntil !== null}
          onSnooze={(until) => moves.snooze(task, until)}
          trigger={<Button icon={<AlarmClock />}>Put off</Button>}
        />
      )}
      <Button
        variant={done ? 'default' : 'primary'}
        icon={done ? <RotateCcw /> : <Check />}
        kbd="E"
        onClick={() => moves.tick(task)}
      >
        {done ? 'Open again' : 'Done'}
      </Button>
    </>
  );
}

function TaskSubject({ task, subjectHref }: { task: TaskDto; subjectHref: TaskSheetProps['subjectHref'] }) {
  const { slug } = useWorkspace();
  const { subject, creator } = task;
  const href = subject && subject.type !== 'creator' ? subjectHref(subject, task) : null;
  if (!creator && !href) return null;
  return (
    <div className="mx-4 mt-3 flex flex-col gap-1 rounded-md border border-line px-3 py-2">
      {creator && <AboutLink href={`/${slug}/creators/${creator.id}`}>{creator.displayName}</AboutLink>}
      {subject && href && (
        <AboutLink href={`/${slug}/${href}`}>
          {subject.type === 'message' ? 'Message' : 'Conversation'}
          {subject.title && `: ${subject.title}`}
        </AboutLink>
      )}
    </div>
  );
}

function AboutLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="flex min-w-0 items-center gap-2 rounded-xs hover:underline coarse:min-h-9">
      <span className="truncate">{children}</span>
      <ExternalLink aria-hidden="true" className="ml-auto size-3.5 shrink-0 text-ink-3" />
    </Link>
  );
}

function TaskOrigin({ task }: { task: TaskDto }) {
  const format = useFormat();
  const now = useNow();
  const by = task.author ? ` by ${task.author.name}` : '';
  return (
    <p className="border-t border-line px-4 py-3 text-sm text-ink-3">
      {sourceWords[task.source]}
      {by}, <span title={format.dateTime(task.createdAt)}>{format.moment(task.createdAt, now)}</span>
      {task.finishedAt && ` · ${task.state === 'done' ? 'done' : 'cancelled'} ${format.moment(task.finishedAt, now)}`}
    </p>
  );
}
