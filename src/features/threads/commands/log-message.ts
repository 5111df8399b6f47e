import { noteExchange } from '@/features/creators/commands/note-exchange';
import { excerptOf } from '@/shared/excerpt-of';
import { claimDraft, insertEntry } from '@/features/threads/commands/insert-entry';
import { lockThread } from '@/features/threads/commands/lock-threads';
import { refreshThreads } from '@/features/threads/commands/refresh-threads';
import { messageLogged } from '@/features/threads/events';
import { escapeHtml } from '@/features/threads/model/merge-fields';
import { seesThread } from '@/features/threads/queries/mailbox-scope';
import type { LogMessageInput } from '@/features/threads/schemas/thread-commands';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';
import { encodeId, newId } from '@/shared/ids';

/**
 * Writes down a direct message or a call that came or went elsewhere, in the creator's last conversation on that channel
 * or a new one, and records `message.logged`. The same `draftId` again is the same entry. Answers the message's id.
 * @throws AppError not_found (creator, conversation, file), invalid_input (another channel; a time to come), limit_exceeded
 */
export async function logMessage(tx: Tx, input: LogMessageInput): Promise<string> {
  const id = input.draftId ? await claimDraft(tx, input.draftId) : newId();
  if (await tx.db.message.findFirst({ where: { id }, select: { id: true } })) return id;
  const { channel, direction, text, fileIds = [] } = input;
  const at = requirePast(tx, input.at);
  const creator = await findRoot(tx, input.creatorId);
  const threadId = await findPlace(tx, { ...input, creatorId: creator.id });
  const { actor } = tx.ctx;
  const incoming = direction === 'incoming';
  await insertEntry(tx, {
    ...{ id, threadId, creatorId: creator.id, direction, kind: 'message', subject: '', text, at, fileIds },
    ...{ html: `<p>${escapeHtml(text).replace(/\r?\n/g, '<br>')}</p>`, state: incoming ? 'received' : 'sent' },
    ...{ fromName: incoming ? creator.name : actor.type === 'worker' ? '' : actor.name },
  });
  await refreshThreads(tx, [threadId], incoming ? [threadId] : []);
  await noteExchange(tx, { creatorId: creator.id, at, direction: incoming ? 'received' : 'sent' });
  await recordEvent(tx, messageLogged, {
    subjectId: id,
    creatorId: creator.id,
    payload: { subject: '', threadId: encodeId('thread', threadId), channel, direction, excerpt: excerptOf(text) },
  });
  return id;
}

function requirePast(tx: Tx, at: Date | undefined): Date {
  if (at === undefined || at <= tx.ctx.now) return at ?? tx.ctx.now;
  const message = 'must not be later than now';
  throw new AppError('invalid_input', { reason: 'to_come', message, fields: [{ path: 'at', message }] });
}

async function findRoot(tx: Tx, creatorId: string): Promise<{ id: string; name: string }> {
  const [creator] = await tx.rows<{ id: string; name: string }>(sql`
    select r.id, r.display_name as name from creator c
    join creator r on r.workspace_id = c.workspace_id and r.id = c.root_id where c.id = ${creatorId}::uuid`);
  if (!creator) throw new AppError('not_found', { reason: 'creator', message: 'There is no such creator.' });
  return creator;
}

/** The conversation asked for, else their last one on the channel, else a new one. */
async function findPlace(tx: Tx, { creatorId, threadId, channel }: LogMessageInput): Promise<string> {
  if (threadId !== undefined) {
    const thread = await lockThread(tx, threadId);
    if (thread.channel === channel) return thread.id;
    const message = `This conversation is by ${thread.channel}.`;
    throw new AppError('invalid_input', { reason: 'channel', message, fields: [{ path: 'channel', message }] });
  }
  const [last] = await tx.rows<{ id: string }>(sql`
    select t.id from thread t join thread_creator p on p.workspace_id = t.workspace_id and p.thread_id = t.id
    where p.creator_id = ${creatorId}::uuid and p.state = 'confirmed' and t.channel = ${channel} ${seesThread(tx.ctx)}
    order by t.last_message_at desc limit 1 for no key update of t`);
  return last?.id ?? createThread(tx, { creatorId, channel });
}

async function createThread(tx: Tx, { creatorId, channel }: { creatorId: string; channel: string }): Promise<string> {
  const id = newId();
  const { workspaceId, now } = tx.ctx;
  await tx.db.thread.create({
    data: { id, workspaceId, channel, subject: '', createdAt: now, lastMessageAt: now },
  });
  await tx.db.threadCreator.create({ data: { workspaceId, threadId: id, creatorId } });
  return id;
}
