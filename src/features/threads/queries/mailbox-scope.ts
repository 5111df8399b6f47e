import type { Context } from '@/platform/auth/context';
import { sql, type Sql } from '@/platform/db/rows';

/**
 * What of the archive a Context sees: ` and …`, to stand behind another condition. A shared mailbox is seen by whoever
 * works on its brand, a personal one by its owner and, where they share it, by the team. The worker sees all.
 */
export function seesMailbox(ctx: Context): Sql {
  return sql` and ${mailboxIsSeen(ctx)}`;
}

function mailboxIsSeen({ actor, scope: { brandIds } }: Context): Sql {
  const own = actor.type === 'user' ? actor.membershipId : null;
  const brand = brandIds === 'all' ? sql`true` : sql`b.brand_id = any (${[...brandIds]}::uuid[])`;
  const person = actor.type === 'worker' ? sql`true` : sql`(b.visibility = 'team' or b.owner_id = ${own}::uuid)`;
  return sql`(${brand} and ${person})`;
}

/** Conversations `t` with a copy in a mailbox one sees; those that never went through a mailbox, of whoever sees all brands. */
export function seesThread(ctx: Context): Sql {
  return sql` and ${threadIsSeen(ctx, sql`t.id`)}`;
}

/** Messages `m` with a copy one sees; notes and what was logged by hand with their conversation. */
export function seesMessage(ctx: Context): Sql {
  return sql` and case when m.mailbox_id is null then ${threadIsSeen(ctx, sql`m.thread_id`)} else exists (
    select from message_copy k join mailbox b on b.workspace_id = k.workspace_id and b.id = k.mailbox_id
    where k.workspace_id = m.workspace_id and k.message_id = m.id and ${mailboxIsSeen(ctx)}) end`;
}

function threadIsSeen(ctx: Context, threadId: Sql): Sql {
  const everywhere = ctx.scope.brandIds === 'all';
  return sql`(exists (
      select from thread_mailbox x join mailbox b on b.workspace_id = x.workspace_id and b.id = x.mailbox_id
      where x.thread_id = ${threadId} and ${mailboxIsSeen(ctx)})
    or (${everywhere} and not exists (select from thread_mailbox x where x.thread_id = ${threadId})))`;
}
