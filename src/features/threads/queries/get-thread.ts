import { findMessages } from '@/features/threads/queries/find-messages';
import { seesThread } from '@/features/threads/queries/mailbox-scope';
import { threadColumns, threadJoins, toThread, type ThreadRow } from '@/features/threads/queries/thread-rows';
import type { ThreadWithMessages } from '@/features/threads/schemas/thread';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

const newest = 30;

/** A conversation with its newest messages, however long it is. @throws AppError not_found */
export async function getThread(tx: Tx, id: string): Promise<ThreadWithMessages> {
  const [row] = await tx.rows<ThreadRow>(sql`
    select ${threadColumns(tx.ctx)} from thread t ${threadJoins(tx.ctx)}
    where t.id = ${id}::uuid ${seesThread(tx.ctx)}`);
  if (!row) throw new AppError('not_found', { reason: 'thread', message: 'There is no such conversation.' });
  return { ...toThread(tx.ctx, row), messages: await findMessages(tx, { threadId: id, limit: newest }) };
}
