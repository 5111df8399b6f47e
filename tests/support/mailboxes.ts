import { connectMailbox, type NewConnection } from '@/features/threads/commands/connect-mailbox';
import { inWorkspace } from '@/platform/db/in-workspace';
import type { TestWorkspace } from './context';
import type { TestDovecot } from './dovecot';

export interface ServerPorts {
  imap: number;
  smtp: number;
}

/** Connects a mailbox of the team, on loopback servers, without trying them. Answers its id. */
export function connectTestMailbox(
  workspace: TestWorkspace,
  {
    address,
    password,
    ports,
    ...changes
  }: { address: string; password: string; ports: ServerPorts } & Partial<NewConnection>,
): Promise<string> {
  const at = (port: number) => ({ host: '127.0.0.1', port, security: 'none' as const });
  return inWorkspace(workspace.ctx(), (tx) =>
    connectMailbox(tx, {
      brandId: workspace.brandId,
      address,
      displayName: 'Team',
      kind: 'shared',
      visibility: 'team',
      historyFrom: new Date('2020-01-01T00:00:00Z'),
      account: { imap: at(ports.imap), smtp: at(ports.smtp), userName: address, auth: 'password' },
      secret: { password },
      ...changes,
    }),
  );
}

/** A message as it comes, small and of its own. */
export function writeMail({
  from,
  to,
  id,
  ...more
}: {
  from: string;
  to: string;
  id: string;
  subject?: string;
  references?: string;
  text?: string;
}): string {
  const { subject = `About ${id}`, references, text = `Text of ${id}` } = more;
  const headers = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${id}>`,
    `Date: ${new Date().toUTCString()}`,
    ...(references ? [`In-Reply-To: ${references}`, `References: ${references}`] : []),
  ];
  return `${headers.join('\r\n')}\r\n\r\n${text}\r\n`;
}

export function portsOf(dovecot: TestDovecot, smtpUrl = 'smtp://127.0.0.1:9'): ServerPorts {
  return { imap: dovecot.port, smtp: Number(new URL(smtpUrl).port) };
}
