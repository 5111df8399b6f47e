import { noteCreated, noteEdited } from '@/features/creators/events';
import { askMentioned } from '@/features/tasks/commands/ask-mentioned';
import { defineInternalSubscriber } from '@/platform/events/define-subscriber';
import { decodeId } from '@/shared/ids';

/** Who is named in a note has something to do: one task for each note and person. */
export const askMentionedInNotes = defineInternalSubscriber({
  name: 'creators.ask-mentioned',
  on: [noteCreated, noteEdited],
  async run(tx, { event }) {
    if (!event.payload) return;
    const { mentions, excerpt } = event.payload;
    await askMentioned(tx, {
      mentions: mentions.map((id) => decodeId('membership', id)),
      authorId: event.actorType === 'user' ? event.actorId : null,
      key: event.subjectId,
      excerpt,
      subject: event.creatorId ? { type: 'creator', id: event.creatorId } : null,
      creatorId: event.creatorId,
    });
  },
});
