import { receiveEmailRoute } from '@/features/threads/api/inbound-routes';
import type { MailOutcome } from '@/features/threads/commands/enter-mails';
import { receiveMails } from '@/features/threads/receive-mails';
import { settleMessage } from '@/features/threads/subscribers/settle-message';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql, type Sql } from '@/platform/db/rows';
import type { MailingWorkspace } from './messages';
import { writeMail, type MailFields } from './write-mail';

export { writeMail, type MailFields };

/** An answer of the route, or the problem it names. */
type ReceivedBody = Record<string, unknown>;

/** Takes one mail in as the worker does. */
export async function receive(
  ctx: Context,
  mailboxId: string,
  fields: MailFields & { raw?: Buffer; history?: boolean } = {},
): Promise<MailOutcome | null> {
  const raw = fields.raw ?? writeMail(fields);
  const receivedAt = fields.at ? new Date(fields.at) : ctx.now;
  const [outcome] = await receiveMails(ctx, {
    mailboxId,
    history: fields.history ?? false,
    mails: [{ raw, receivedAt }],
  });
  return outcome ?? null;
}

/** Pushes a raw mail through the API. */
export async function push(
  key: string,
  raw: Buffer,
  { query = '', headers = {} } = {},
): Promise<{ status: number; body: ReceivedBody }> {
  const request = new Request(`http://localhost/api/v1/inbound/email${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'message/rfc822', ...headers },
    body: new Uint8Array(raw),
  });
  const response = await receiveEmailRoute.handler(request, { params: Promise.resolve({}) });
  return { status: response.status, body: (await response.json()) as ReceivedBody };
}

/** What an archive looks like from inside, for one workspace that writes mail. */
export function lookInto(here: () => MailingWorkspace) {
  const one = async <Row extends object>(query: Sql): Promise<Row> => {
    const [row] = await inWorkspace(here().workspace.ctx(), (tx) => tx.rows<Row>(query));
    if (!row) throw new Error('no such row');
    return row;
  };
  return {
    one,
    count: async (table: Sql) => (await one<{ n: number }>(sql`select count(*) as n from ${table}`)).n,
    thread: (id: string | undefined) =>
      one<{
        state: string;
        lastDirection: string;
        waitingSince: Date | null;
        firstResponseAt: Date | null;
        triage: boolean;
      }>(sql`
        select state, last_direction as "lastDirection", waiting_since as "waitingSince",
          first_response_at as "firstResponseAt", triage from thread where id = ${id}::uuid`),
    /** Queues a message to a creator and settles it as the worker does when the server took it. */
    sendTo: async (creatorId: string) => {
      const sent = await here().send(creatorId);
      await inWorkspace(here().workspace.ctx(), async (tx) => {
        await tx.execute(sql`
          update message set state = 'sending', handed_over_at = ${tx.ctx.now} where id = ${sent.id}::uuid`);
        await settleMessage(tx, sent.id, { state: 'done', receipt: { response: '250 ok', refused: [] } });
      });
      const { threadId } = await one<{ threadId: string }>(sql`
        select thread_id as "threadId" from message where id = ${sent.id}::uuid`);
      return { ...sent, threadId };
    },
  };
}
