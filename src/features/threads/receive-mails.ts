import { meetPeople } from '@/features/threads/commands/attribute-mails';
import { enterMails, type MailOutcome } from '@/features/threads/commands/enter-mails';
import { readPeople, readRawMail, type RawMail } from '@/features/threads/read-raw-mail';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

export interface ReceiveMailsInput {
  mailboxId: string;
  mails: readonly RawMail[];
  history: boolean;
}

/**
 * Takes raw mails into the archive: each is stored as it came and read, then all are entered in one transaction. Doing
 * it again changes nothing but the copies, so whoever is interrupted repeats. Of a personal mailbox nothing is stored
 * of mail with nobody the workspace knows. Answers as `enterMails` does.
 * @throws AppError not_found (mailbox), limit_exceeded
 */
export async function receiveMails(ctx: Context, input: ReceiveMailsInput): Promise<(MailOutcome | null)[]> {
  const known = (await isPersonal(ctx, input.mailboxId))
    ? await areKnown(ctx, input.mails)
    : input.mails.map(() => true);
  const mails = await Promise.all(
    input.mails.filter((_mail, index) => known[index]).map((mail) => readRawMail(ctx, mail)),
  );
  const outcomes = await inWorkspace(ctx, (tx) => enterMails(tx, { ...input, mails }));
  return known.map((isKnown) => (isKnown ? (outcomes.shift() ?? null) : null));
}

async function isPersonal(ctx: Context, mailboxId: string): Promise<boolean> {
  const [mailbox] = await inWorkspace(ctx, (tx) =>
    tx.rows<{ kind: string }>(sql`select kind from mailbox where id = ${mailboxId}::uuid`),
  );
  return mailbox?.kind === 'personal';
}

async function areKnown(ctx: Context, mails: readonly RawMail[]): Promise<boolean[]> {
  const people = await Promise.all(mails.map(readPeople));
  const met = await inWorkspace(ctx, (tx) => meetPeople(tx, people));
  return met.map(({ isKnown }) => isKnown);
}
