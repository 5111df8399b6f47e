import { subjectKey } from '@/features/threads/subject-key';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';
import { newId } from '@/shared/ids';

export interface ContinueThreadInput {
  creatorId: string;
  subject: string;
  /** The conversation to go on with; a new one when not given. */
  threadId?: string | undefined;
}

/**
 * The e-mail conversation a message belongs to: the one asked for, open again, or a new one. Answers its id.
 * @throws AppError not_found when it is not a conversation by e-mail about this creator
 */
export async function continueThread(tx: Tx, input: ContinueThreadInput): Promise<string> {
  if (input.threadId === undefined) return createThread(tx, input);
  const touched = await tx.execute(sql`
    update thread t set state = 'open', snoozed_until = null, last_message_at = greatest(t.last_message_at, ${tx.ctx.now})
    where t.id = ${input.threadId}::uuid and t.channel = 'email' and exists (
      select from thread_creator tc join creator c on c.workspace_id = tc.workspace_id and c.id = tc.creator_id
      where tc.thread_id = t.id and c.root_id = ${input.creatorId}::uuid)`);
  if (touched === 0) {
    throw new AppError('not_found', { reason: 'thread', message: 'There is no such conversation with this creator.' });
  }
  return input.threadId;
}

async function createThread(tx: Tx, { creatorId, subject }: ContinueThreadInput): Promise<string> {
  const id = newId();
  const { workspaceId, now } = tx.ctx;
  await tx.db.thread.create({
    data: {
      id,
      workspaceId,
      channel: 'email',
      subject,
      normalizedSubject: subjectKey(subject),
      createdAt: now,
      lastMessageAt: now,
    },
  });
  await tx.db.threadCreator.create({ data: { workspaceId, threadId: id, creatorId } });
  return id;
}
