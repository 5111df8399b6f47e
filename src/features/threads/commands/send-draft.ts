import { continueThread } from '@/features/threads/commands/continue-thread';
import {
  addressMessage,
  frozenColumns,
  requireSendable,
  type SendableMessage,
} from '@/features/threads/commands/freeze-message';
import { composeMessage } from '@/features/threads/queries/compose-message';
import { lockMessage, notInState } from '@/features/threads/queries/lock-message';
import type { SendDraftInput } from '@/features/threads/schemas/draft';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

/**
 * Freezes the draft of a conversation as it stands; the worker sends it, at once or not before `sendAt`. One that was
 * sent already is not sent again.
 * @throws AppError not_found, invalid_state (discarded; as `queueMessage`; `no_creator`), conflict `stale_draft`,
 *   invalid_input
 */
export async function sendDraft(tx: Tx, { id, version, delaySeconds = 0, ...input }: SendDraftInput): Promise<void> {
  const message = await lockMessage(tx, id);
  if (message.state === 'cancelled') throw notInState(message, 'This draft was discarded.');
  if (message.state !== 'draft') return;
  const draft = await readDraft(tx, id);
  if (version !== undefined && version !== draft.version) {
    const text = 'Somebody changed this answer in the meantime. Read it again before it is sent.';
    throw new AppError('conflict', { reason: 'stale_draft', message: text, extra: { version: draft.version } });
  }
  const { threadId } = draft;
  const composed = await compose(tx, draft, input);
  const sendAt = input.sendAt ?? new Date(tx.ctx.now.getTime() + delaySeconds * 1000);
  await continueThread(tx, { ...composed, threadId });
  await tx.db.messageRecipient.deleteMany({ where: { messageId: id } });
  await tx.db.messageCopy.deleteMany({ where: { messageId: id } });
  await tx.db.message.updateMany({
    where: { id, state: 'draft' },
    data: {
      ...frozenColumns(tx.ctx, { id, composed, sendAt }),
      createdAt: tx.ctx.now,
      version: { increment: 1 },
    },
  });
  const files = draft.files.map((name) => ({ name }));
  await addressMessage(tx, { id, threadId, composed, sendAt, files });
}

async function compose(
  tx: Tx,
  draft: DraftToSend,
  input: Pick<SendDraftInput, 'creatorId' | 'mailboxId'>,
): Promise<SendableMessage> {
  const creatorId = input.creatorId ?? draft.creatorId;
  if (creatorId === null) {
    const text = 'Say first whom this conversation is about.';
    throw new AppError('invalid_state', { reason: 'no_creator', message: text });
  }
  const { html, subject, to, threadId, threadSubject } = draft;
  return requireSendable(
    await composeMessage(tx, {
      creatorId,
      ...{ threadId, mailboxId: input.mailboxId, html },
      subject: subject.trim() === '' ? toReplySubject(threadSubject) : subject,
      to: to.length > 0 ? to : undefined,
    }),
  );
}

/** `Re:` before a subject that has none; a conversation without one is about something all the same. */
function toReplySubject(subject: string): string {
  const known = subject.trim();
  return /^re:/i.test(known) ? known : `Re: ${known}`.trim();
}

interface DraftToSend {
  threadId: string;
  threadSubject: string;
  creatorId: string | null;
  subject: string;
  html: string;
  version: number;
  to: { name: string | null; address: string }[];
  files: string[];
}

async function readDraft(tx: Tx, id: string): Promise<DraftToSend> {
  const [draft] = await tx.rows<DraftToSend>(sql`
    select m.thread_id as "threadId", t.subject as "threadSubject", m.subject, m.html, m.version,
      (select p.creator_id from thread_creator p where p.thread_id = t.id and p.state = 'confirmed'
        order by p.creator_id limit 1) as "creatorId",
      coalesce((select json_agg(json_build_object('name', r.name, 'address', r.address) order by r.id)
        from message_recipient r where r.message_id = m.id and r.kind = 'to'), '[]') as "to",
      array(select a.name from attachment a where a.message_id = m.id order by a.position) as files
    from message m join thread t on t.workspace_id = m.workspace_id and t.id = m.thread_id where m.id = ${id}::uuid`);
  if (!draft) throw new AppError('not_found');
  return draft;
}
