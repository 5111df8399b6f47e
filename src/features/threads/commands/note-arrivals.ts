import { noteExchange } from '@/features/creators/commands/note-exchange';
import type { AttributedMail } from '@/features/threads/commands/attribute-mails';
import { messageArchived, messageReceived } from '@/features/threads/events';
import { isHuman } from '@/features/threads/model/read-mail';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvents } from '@/platform/events/record-event';
import { encodeId } from '@/shared/ids';

/** Records that mails came in, and that creators have answered. What is history is only archived. */
export async function noteArrivals(
  tx: Tx,
  mails: readonly AttributedMail[],
  { history }: { history: boolean },
): Promise<void> {
  const isNews = (mail: AttributedMail) => !history && mail.direction === 'incoming';
  await recordEvents(
    tx,
    messageReceived,
    mails.filter(isNews).map((mail) => ({
      subjectId: mail.id,
      creatorId: mail.creatorId,
      payload: {
        ...describe(mail),
        from: mail.from.address,
        attachments: mail.files.filter(({ inline }) => !inline).map(({ name }) => name),
      },
    })),
  );
  await recordEvents(
    tx,
    messageArchived,
    mails
      .filter((mail) => !isNews(mail))
      .map((mail) => ({ subjectId: mail.id, creatorId: mail.creatorId, payload: describe(mail) })),
  );
  for (const [creatorId, exchange] of lastExchanges(mails)) await noteExchange(tx, { creatorId, ...exchange });
}

/** Of each creator the last message of theirs, else the last to them; in one order, so that two batches never lock crosswise. */
function lastExchanges(mails: readonly AttributedMail[]) {
  const last = new Map<string, { at: Date; direction: 'sent' | 'received' }>();
  for (const { creatorId, direction, kind, receivedAt: at } of mails) {
    if (!creatorId || !isHuman(kind)) continue;
    const received = direction === 'incoming' || last.get(creatorId)?.direction === 'received';
    last.set(creatorId, { at, direction: received ? 'received' : 'sent' });
  }
  return [...last].sort(([a], [b]) => (a < b ? -1 : 1));
}

function describe({ subject, threadId, kind }: AttributedMail) {
  return { subject, threadId: encodeId('thread', threadId), kind };
}
