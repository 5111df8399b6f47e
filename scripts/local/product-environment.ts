import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Secrets } from './read-secrets';

export interface LocalInstallation {
  database: { ownerUrl: string; appUrl: string };
  mail: { smtpUrl: string; pageUrl: string };
  /** The port of the web server. */
  port: number;
  /** Where people reach it. */
  appUrl: string;
  dataDir: string;
  secrets: Secrets;
}

/** What web and worker of an installation on this machine need to be told, as `platform/env` reads it. */
export function productEnvironment({
  database,
  mail,
  port,
  dataDir,
  secrets,
}: LocalInstallation): Record<string, string> {
  const appUrl = process.env.APP_URL ?? `http://localhost:${port}`;
  return {
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    SMTP_URL: mail.smtpUrl,
    MAILBOX_URL: mail.pageUrl,
    APP_URL: appUrl,
    NEXTAUTH_URL: appUrl,
    STORAGE_URL: pathToFileURL(join(dataDir, 'storage')).href,
    ALLOW_PRIVATE_HOSTS: '1',
    PORT: String(port),
    HOSTNAME: '127.0.0.1',
    ...secrets,
  };
}
