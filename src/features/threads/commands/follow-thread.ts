import { lockThread } from '@/features/threads/commands/lock-threads';
import { threadFollowed } from '@/features/threads/events';
import { requireSelf } from '@/features/threads/queries/require-self';
import type { FollowThreadInput } from '@/features/threads/schemas/thread-commands';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';

/**
 * Follows a conversation, or no longer, for whoever asks, and records `thread.followed`. The same again changes nothing.
 * @throws AppError not_found, invalid_state (a key)
 */
export async function followThread(tx: Tx, { id, follows }: FollowThreadInput): Promise<void> {
  const membershipId = requireSelf(tx.ctx);
  const thread = await lockThread(tx, id);
  const changed = await tx.execute(sql`
    insert into thread_reader as r (workspace_id, thread_id, membership_id, follows)
    select ${tx.ctx.workspaceId}::uuid, ${id}::uuid, ${membershipId}::uuid, ${follows}
    where ${follows} or exists (select from thread_reader
      where thread_id = ${id}::uuid and membership_id = ${membershipId}::uuid)
    on conflict (workspace_id, thread_id, membership_id) do update set follows = excluded.follows
      where r.follows <> excluded.follows`);
  if (changed === 0) return;
  const { creatorId, subject } = thread;
  await recordEvent(tx, threadFollowed, { subjectId: id, creatorId, payload: { subject, follows } });
}
