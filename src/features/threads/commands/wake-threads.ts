import { lockThreads } from '@/features/threads/commands/lock-threads';
import { threadWoken } from '@/features/threads/events';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvents } from '@/platform/events/record-event';

/** Opens those of these conversations whose time has come, and records `thread.woken`. Others are left alone. */
export async function wakeThreads(tx: Tx, ids: readonly string[]): Promise<void> {
  const threads = await lockThreads(tx, ids);
  const due = threads.filter((one) => one.state === 'snoozed' && one.snoozedUntil && one.snoozedUntil <= tx.ctx.now);
  await tx.execute(sql`
    update thread set state = 'open', snoozed_until = null, version = version + 1
    where id = any (${due.map(({ id }) => id)}::uuid[])`);
  await recordEvents(
    tx,
    threadWoken,
    due.map(({ id, creatorId, subject }) => ({ subjectId: id, creatorId, payload: { subject } })),
  );
}
