import type { AttributedMail } from '@/features/threads/commands/attribute-mails';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/**
 * Begins the conversations that mails begin, and says whom each is about. Where nobody of the workspace knows the sender
 * a person has to say so (`canTriage`); what machines send to many, and what ignored senders send, is done at once.
 */
export async function insertThreads(
  tx: Tx,
  mails: readonly AttributedMail[],
  { canTriage }: { canTriage: boolean },
): Promise<void> {
  const first = mails.filter((mail) => mail.isNew);
  if (first.length > 0) await beginThreads(tx, first, canTriage);
  await proposeCreators(tx, mails);
}

async function beginThreads(tx: Tx, first: readonly AttributedMail[], canTriage: boolean): Promise<void> {
  await tx.execute(sql`
    insert into thread (id, workspace_id, channel, subject, normalized_subject, triage, created_at, last_message_at)
    select t.id, ${tx.ctx.workspaceId}::uuid, 'email', t.subject, t.normalized_subject,
      t.triage and not exists (select from ignored_sender i where i.address = t.sender), t.at, t.at
    from unnest(${first.map((one) => one.threadId)}::uuid[], ${first.map((one) => one.subject)}::text[],
      ${first.map((one) => one.normalizedSubject)}::text[],
      ${first.map((one) => canTriage && !one.isKnown && isPersonal(one))}::boolean[],
      ${first.map((one) => one.from.address)}::text[], ${first.map((one) => one.receivedAt)}::timestamptz[]
    ) as t(id, subject, normalized_subject, triage, sender, at)`);
  await tx.execute(sql`
    update thread t set state = 'done'
    from unnest(${first.map((one) => one.threadId)}::uuid[], ${first.map((one) => one.from.address)}::text[],
      ${first.map((one) => !isPersonal(one))}::boolean[]) as made(id, sender, noise)
    where t.id = made.id and (made.noise or exists (select from ignored_sender i where i.address = made.sender))`);
}

/** Newsletters and unasked reports wait for nobody. */
function isPersonal({ kind }: AttributedMail): boolean {
  return kind !== 'list' && kind !== 'delivery_report';
}

/** What is certain is confirmed, unless a person refused it in this conversation. */
async function proposeCreators(tx: Tx, mails: readonly AttributedMail[]): Promise<void> {
  const about = mails.flatMap(({ threadId, creatorId, proposals }) => [
    ...(creatorId ? [{ threadId, creatorId, state: 'confirmed', reason: '' }] : []),
    ...proposals.map((proposal) => ({ threadId, ...proposal, state: 'proposed' })),
  ]);
  if (about.length === 0) return;
  await tx.execute(sql`
    insert into thread_creator (workspace_id, thread_id, creator_id, state, reason)
    select distinct on (t.thread_id, t.creator_id) ${tx.ctx.workspaceId}::uuid, t.thread_id, t.creator_id, t.state, t.reason
    from unnest(${about.map((one) => one.threadId)}::uuid[], ${about.map((one) => one.creatorId)}::uuid[],
      ${about.map((one) => one.state)}::text[], ${about.map((one) => one.reason)}::text[]) as t(thread_id, creator_id, state, reason)
    order by t.thread_id, t.creator_id, t.state = 'confirmed' desc
    on conflict (workspace_id, thread_id, creator_id)
      do update set state = 'confirmed' where thread_creator.state = 'proposed' and excluded.state = 'confirmed'`);
}
