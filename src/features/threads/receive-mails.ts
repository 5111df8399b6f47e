import { enterMails, type MailOutcome } from '@/features/threads/commands/enter-mails';
import { readRawMail, type RawMail } from '@/features/threads/read-raw-mail';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';

export interface ReceiveMailsInput {
  mailboxId: string;
  mails: readonly RawMail[];
  history: boolean;
}

/**
 * Takes raw mails into the archive: each is stored as it came and read, then all are entered in one transaction. Doing
 * it again changes nothing but the copies, so whoever is interrupted repeats. Answers as `enterMails` does.
 * @throws AppError not_found (mailbox), limit_exceeded
 */
export async function receiveMails(ctx: Context, input: ReceiveMailsInput): Promise<(MailOutcome | null)[]> {
  const mails = await Promise.all(input.mails.map((mail) => readRawMail(ctx, mail)));
  return inWorkspace(ctx, (tx) => enterMails(tx, { ...input, mails }));
}
