/** A person's own account at a mail server, for one protocol. */
export interface MailServer {
  host: string;
  port: number;
  /** `tls` from the first byte, `starttls` required before anything secret is said, `none` for the servers of tests. */
  security: MailSecurity;
  user: string;
  login: MailLogin;
}

export type MailSecurity = 'tls' | 'starttls' | 'none';

/** A password, or an access token of OAuth 2 (SASL XOAUTH2). */
export type MailLogin = { password: string } | { accessToken: string };
