import type { MailSecurity } from '@/platform/mail/mail-server';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

interface Server {
  host: string;
  port: number;
  security: MailSecurity;
}

/** How a mailbox is reached, with its secret still sealed. */
export interface MailboxConnection {
  mailboxId: string;
  address: string;
  kind: 'shared' | 'personal';
  imap: Server;
  smtp: Server;
  userName: string;
  auth: 'password' | 'google' | 'microsoft';
  /** Sealed for `secretPurpose(mailboxId)`. */
  secret: string;
  state: 'connected' | 'paused' | 'failed';
  /** Mail before this stays where it is. */
  readFrom: Date;
  attempts: number;
  version: number;
}

/** The connection of a mailbox that is not archived, or null. For those who reach out by it; people see `getMailbox`. */
export async function findMailboxConnection(tx: Tx, mailboxId: string): Promise<MailboxConnection | null> {
  const [row] = await tx.rows<MailboxConnection>(sql`
    select b.id as "mailboxId", b.address, b.kind, c.user_name as "userName", c.auth, c.secret, c.state, c.attempts, c.version,
      json_build_object('host', c.imap_host, 'port', c.imap_port, 'security', c.imap_security) as imap,
      json_build_object('host', c.smtp_host, 'port', c.smtp_port, 'security', c.smtp_security) as smtp,
      coalesce(c.history_from, c.created_at) as "readFrom"
    from mailbox b join mailbox_connection c on c.workspace_id = b.workspace_id and c.mailbox_id = b.id
    where b.id = ${mailboxId}::uuid and b.archived_at is null`);
  return row ?? null;
}
