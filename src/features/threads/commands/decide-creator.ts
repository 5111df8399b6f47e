import { lockThread } from '@/features/threads/commands/lock-threads';
import { threadAttributed } from '@/features/threads/events';
import type { DecideCreatorInput } from '@/features/threads/schemas/thread-commands';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/**
 * Confirms that a conversation is about a creator whom a mail named, or refuses it, and records `thread.attributed`. The
 * same decision again changes nothing.
 * @throws AppError not_found (conversation; a creator nobody proposed)
 */
export async function decideCreator(tx: Tx, { id, creatorId, decision }: DecideCreatorInput): Promise<void> {
  const { subject } = await lockThread(tx, id);
  const [known] = await tx.rows<{ state: string }>(sql`
    select state from thread_creator where thread_id = ${id}::uuid and creator_id = ${creatorId}::uuid for update`);
  if (!known) {
    throw new AppError('not_found', { reason: 'creator', message: 'Nobody said that it is about this creator.' });
  }
  if (known.state === decision) return;
  await tx.execute(sql`
    update thread_creator set state = ${decision} where thread_id = ${id}::uuid and creator_id = ${creatorId}::uuid`);
  await settleTriage(tx, [id]);
  await recordEvent(tx, threadAttributed, { subjectId: id, creatorId, payload: { subject, decision } });
}

/** A conversation that is certainly about somebody needs nobody to say so. */
export async function settleTriage(tx: Tx, threadIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    update thread t set version = t.version + 1, triage = t.triage and not exists (
      select from thread_creator p where p.thread_id = t.id and p.state = 'confirmed')
    where t.id = any (${[...threadIds]}::uuid[])`);
}
