'use client';

import { ListPlus } from 'lucide-react';
import { useTaskDesk } from '@/features/tasks/components/task-desk';
import { IconButton } from '@/ui/icon-button';
import { notify } from '@/ui/notify';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface TaskAboutProps {
  /** The outside id of a conversation, a message or a creator. */
  subject: string;
  title: string;
}

/** A task of one's own about something, in one click. */
export function TaskAbout({ subject, title }: TaskAboutProps) {
  const make = useTaskAbout();
  return (
    <IconButton
      size="s"
      aria-label={`Make a task: ${title}`}
      icon={<ListPlus />}
      onClick={() => void make({ subject, title })}
    />
  );
}

/** The same for a key or a menu; the words are a beginning, changed where the task opens. */
export function useTaskAbout(): (about: TaskAboutProps) => Promise<void> {
  const { slug } = useWorkspace();
  const desk = useTaskDesk();
  return async ({ subject, title }) => {
    const answer = await desk
      .create(slug, { title: title.slice(0, 300), subject, assigneeId: desk.me, draftId: crypto.randomUUID() })
      .catch(() => null);
    if (!answer?.ok) {
      notify.failed('No task was made', { description: answer?.error.message ?? 'The server did not answer.' });
      return;
    }
    const { id } = answer.data;
    notify.undoable('Task made', () => void desk.move(slug, { id, state: 'cancelled' }), { description: title });
  };
}
