import { listFolders, type ImapFolder } from '@/platform/mail/imap/list-folders';
import { imapTimes, openImap, type ImapTimes } from '@/platform/mail/imap/open-imap';
import type { MailServer } from '@/platform/mail/mail-server';
import { nameProblem, type NamedProblem } from '@/platform/mail/name-problem';
import { openSession, smtpTimes, type SmtpTimes } from '@/platform/mail/smtp-session';

export type ImapTest = { ok: true; folders: ImapFolder[] } | ({ ok: false } & NamedProblem);
export type SmtpTest = { ok: true } | ({ ok: false } & NamedProblem);

/** Signs in and lists the folders; says what is wrong otherwise. Nothing is changed or sent. Never throws. */
export async function testImap(server: MailServer, times: ImapTimes = imapTimes): Promise<ImapTest> {
  try {
    const client = await openImap(server, times);
    try {
      return { ok: true, folders: await listFolders(client) };
    } finally {
      await client.logout().catch(() => client.close());
    }
  } catch (error) {
    return { ok: false, ...nameProblem(error, server, 'IMAP') };
  }
}

/** Signs in and says goodbye; says what is wrong otherwise. Nothing is sent. Never throws. */
export async function testSmtp(server: MailServer, times: SmtpTimes = smtpTimes): Promise<SmtpTest> {
  try {
    const connection = await openSession({ account: server, times });
    connection.quit();
    return { ok: true };
  } catch (error) {
    return { ok: false, ...nameProblem(error, server, 'SMTP') };
  }
}
