import type { MailboxDto } from '@/features/threads/schemas/mailbox';
import type { Context } from '@/platform/auth/context';
import { sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';

type Connection = NonNullable<MailboxDto['connection']>;
type Security = Connection['imap']['security'];

export interface MailboxRow {
  id: string;
  brandId: string;
  brandName: string;
  address: string;
  displayName: string;
  kind: 'shared' | 'personal';
  ownerId: string | null;
  visibility: 'team' | 'owner';
  state: Connection['state'] | null;
  problem: string | null;
  auth: Connection['auth'];
  userName: string;
  imapHost: string;
  imapPort: number;
  imapSecurity: Security;
  smtpHost: string;
  smtpPort: number;
  smtpSecurity: Security;
  historyFrom: Date | null;
  historyTotal: number;
  historyDone: number;
  skipped: number;
  syncedAt: Date | null;
}

/** To stand behind `select`: mailboxes `b` with their brand `r` and their connection `c`. */
export const mailboxColumns = sql`
  b.id, b.brand_id as "brandId", r.name as "brandName", b.address, b.display_name as "displayName", b.kind,
  b.owner_id as "ownerId", b.visibility, c.state, c.problem, c.auth, c.user_name as "userName",
  c.imap_host as "imapHost", c.imap_port as "imapPort", c.imap_security as "imapSecurity",
  c.smtp_host as "smtpHost", c.smtp_port as "smtpPort", c.smtp_security as "smtpSecurity",
  c.history_from as "historyFrom", c.history_total as "historyTotal", c.history_done as "historyDone",
  c.skipped, c.synced_at as "syncedAt"
  from mailbox b join brand r on r.workspace_id = b.workspace_id and r.id = b.brand_id
  left join mailbox_connection c on c.workspace_id = b.workspace_id and c.mailbox_id = b.id`;

export function toMailbox({ actor }: Context, row: MailboxRow): MailboxDto {
  const { id, brandId, brandName, address, displayName, kind, visibility } = row;
  return {
    ...{ brandName, address, displayName, kind, visibility },
    id: encodeId('mailbox', id),
    brandId: encodeId('brand', brandId),
    owned: row.ownerId !== null && actor.type === 'user' && actor.membershipId === row.ownerId,
    connection: row.state === null ? null : toConnection(row, row.state),
  };
}

function toConnection(row: MailboxRow, state: Connection['state']): Connection {
  const { problem, auth, userName, historyTotal, historyDone, skipped } = row;
  return {
    ...{ state, problem, auth, userName, historyTotal, historyDone, skipped },
    imap: { host: row.imapHost, port: row.imapPort, security: row.imapSecurity },
    smtp: { host: row.smtpHost, port: row.smtpPort, security: row.smtpSecurity },
    historyFrom: row.historyFrom?.toISOString() ?? null,
    syncedAt: row.syncedAt?.toISOString() ?? null,
  };
}
