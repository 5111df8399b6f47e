export type Security = 'tls' | 'starttls' | 'none';

export interface ServerValues {
  host: string;
  port: number;
  security: Security;
}

export interface MailboxProvider {
  id: string;
  name: string;
  imap: ServerValues;
  smtp: ServerValues;
  /** What its users have to know about the password. */
  hint: string;
}

const tls = (host: string, port: number): ServerValues => ({ host, port, security: 'tls' });
const starttls = (host: string, port: number): ServerValues => ({ host, port, security: 'starttls' });

/** Where the mailboxes of well-known providers are, as their help pages say. */
export const mailboxProviders: readonly MailboxProvider[] = [
  {
    id: 'gmail',
    name: 'Gmail and Google Workspace',
    imap: tls('imap.gmail.com', 993),
    smtp: tls('smtp.gmail.com', 465),
    hint: 'Google wants an app password: Google Account → Security → 2-Step Verification → App passwords.',
  },
  {
    id: 'microsoft',
    name: 'Microsoft 365 and Outlook',
    imap: tls('outlook.office365.com', 993),
    smtp: starttls('smtp.office365.com', 587),
    hint: 'Microsoft takes passwords only where an administrator allows it for this mailbox.',
  },
  {
    id: 'icloud',
    name: 'iCloud',
    imap: tls('imap.mail.me.com', 993),
    smtp: starttls('smtp.mail.me.com', 587),
    hint: 'Apple wants an app-specific password: account.apple.com → Sign-In and Security. The user name is the part before the @.',
  },
  {
    id: 'fastmail',
    name: 'Fastmail',
    imap: tls('imap.fastmail.com', 993),
    smtp: tls('smtp.fastmail.com', 465),
    hint: 'Fastmail wants an app password: Settings → Privacy & Security → App passwords.',
  },
  {
    id: 'other',
    name: 'Another provider',
    imap: tls('', 993),
    smtp: tls('', 465),
    hint: 'Your provider’s help names its servers for IMAP and SMTP.',
  },
];

export const securityOptions: { value: Security; label: string }[] = [
  { value: 'tls', label: 'TLS' },
  { value: 'starttls', label: 'STARTTLS' },
];

export const historyOptions = [
  { value: '30', label: 'The last 30 days' },
  { value: '365', label: 'The last 12 months' },
  { value: 'all', label: 'Everything' },
  { value: 'none', label: 'Only what comes from now on' },
];
