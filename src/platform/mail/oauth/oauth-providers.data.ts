import type { MailSecurity } from '@/platform/mail/mail-server';

export type OauthProvider = 'google' | 'microsoft';

interface Address {
  host: string;
  port: number;
  security: MailSecurity;
}

/**
 * Where the two providers give and renew permission to a mailbox, and where the mailbox is.
 * Google: developers.google.com/identity/protocols/oauth2/web-server and /gmail/imap/xoauth2-protocol.
 * Microsoft: learn.microsoft.com, "Authenticate an IMAP, POP or SMTP connection using OAuth".
 */
export const oauthProviders: Record<
  OauthProvider,
  { authorizeUrl: string; tokenUrl: string; scope: string; imap: Address; smtp: Address }
> = {
  google: {
    authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
    tokenUrl: 'https://oauth2.googleapis.com/token',
    scope: 'https://mail.google.com/ openid email',
    imap: { host: 'imap.gmail.com', port: 993, security: 'tls' },
    smtp: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
  },
  microsoft: {
    authorizeUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    tokenUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    scope:
      'https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access openid email',
    imap: { host: 'outlook.office365.com', port: 993, security: 'tls' },
    smtp: { host: 'smtp.office365.com', port: 587, security: 'starttls' },
  },
};
