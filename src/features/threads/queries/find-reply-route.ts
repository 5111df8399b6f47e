import type { Addressee } from '@/features/threads/model/route-message';
import { seesMailbox } from '@/features/threads/queries/mailbox-scope';
import { toMailAddress } from '@/features/threads/schemas/mail-address';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

export interface ReplyRoute {
  /** Who wrote last, at the address where they want answers; undefined where nobody did. */
  to: Addressee[] | undefined;
  /** The mailbox the conversation is in; undefined where one may not write from it. */
  mailboxId: string | undefined;
}

/** Where an answer in this conversation goes and what it leaves from, unless a person says otherwise. */
export async function findReplyRoute(tx: Tx, threadId: string): Promise<ReplyRoute> {
  const [last] = await tx.rows<{ name: string; address: string; replyTo: string[] }>(sql`
    select m.from_name as name, m.from_address as address, m.reply_to as "replyTo" from message m
    where m.thread_id = ${threadId}::uuid and m.direction = 'incoming' and m.kind in ('message', 'reply')
    order by m.created_at desc, m.id desc limit 1`);
  const [mailbox] = await tx.rows<{ id: string }>(sql`
    select b.id from message m join mailbox b on b.workspace_id = m.workspace_id and b.id = m.mailbox_id
    where m.thread_id = ${threadId}::uuid and b.archived_at is null ${seesMailbox(tx.ctx)}
    order by m.created_at desc, m.id desc limit 1`);
  return { to: last && toAddressees(last), mailboxId: mailbox?.id };
}

function toAddressees({ name, address, replyTo }: { name: string; address: string; replyTo: string[] }) {
  const wanted =
    replyTo.length > 0 ? replyTo.map((one) => ({ name: null, address: one })) : [{ name: name || null, address }];
  const usable = wanted.flatMap((one) => {
    const known = toMailAddress(one.address);
    return known === null ? [] : [{ ...one, address: known }];
  });
  return usable.length > 0 ? usable.slice(0, 20) : undefined;
}
