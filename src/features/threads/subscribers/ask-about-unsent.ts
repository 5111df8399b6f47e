import { createTask } from '@/features/tasks/commands/create-task';
import { messageFailed, messageUnknown } from '@/features/threads/events';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { defineInternalSubscriber } from '@/platform/events/define-subscriber';

const titles = { failed: 'Send a message that could not be sent', unknown: 'Find out whether a message was sent' };

/**
 * Asks whoever wrote a message to see to it when it failed or nobody knows what became of it: one task for each such
 * event. Not when a person made it fail, who knows; nor when the message has moved on.
 */
export const askAboutUnsent = defineInternalSubscriber({
  name: 'threads.ask-about-unsent',
  on: [messageFailed, messageUnknown],
  async run(tx, { event }) {
    if (event.actorType !== 'worker') return;
    const message = await holdMessage(tx, event.subjectId);
    if (!message || `message.${message.state}` !== event.type) return;
    await createTask(tx, {
      title: titles[message.state],
      assigneeId: message.authorId,
      priority: 'high',
      subject: { type: 'message', id: event.subjectId },
      creatorId: message.creatorId,
      source: 'failure',
      sourceKey: event.id,
    });
  },
});

interface UnsentMessage {
  state: 'failed' | 'unknown';
  creatorId: string;
  /** Who wrote it, if they are still here. */
  authorId: string | null;
}

/** Held, so that who moves it on now tells of it after the task is there. */
async function holdMessage(tx: Tx, id: string): Promise<UnsentMessage | undefined> {
  const [message] = await tx.rows<UnsentMessage>(sql`
    select m.state, m.creator_id as "creatorId", w.id as "authorId"
    from message m left join membership w on w.id = m.author_id and w.removed_at is null
    where m.id = ${id}::uuid and m.state in ('failed', 'unknown') for share of m`);
  return message;
}
