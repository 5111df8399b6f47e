import { askMentioned } from '@/features/tasks/commands/ask-mentioned';
import { threadNoted } from '@/features/threads/events';
import { defineInternalSubscriber } from '@/platform/events/define-subscriber';
import { decodeId } from '@/shared/ids';

/** Who is named in an internal note of a conversation has something to do there. */
export const askMentionedInThreads = defineInternalSubscriber({
  name: 'threads.ask-mentioned',
  on: [threadNoted],
  async run(tx, { event }) {
    if (!event.payload) return;
    const { mentions, messageId } = event.payload;
    await askMentioned(tx, {
      mentions: mentions.map((id) => decodeId('membership', id)),
      authorId: event.actorType === 'user' ? event.actorId : null,
      key: messageId,
      // Not everyone sees the conversation: its words stay there.
      excerpt: '',
      subject: { type: 'thread', id: event.subjectId },
      creatorId: event.creatorId,
    });
  },
});
