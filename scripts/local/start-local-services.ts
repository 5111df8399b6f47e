import { join } from 'node:path';
import { startEmbeddedPostgres } from '../db/embedded/start-embedded-postgres';
import { migrate } from '../db/migrate-database';
import type { ProductDoor } from '../demo/deliver-to-product';
import { startMailServer } from '../demo/mail-server';
import { productEnvironment } from './product-environment';
import { readSecrets } from './read-secrets';

export interface LocalServices {
  /** What web and worker need to be told. */
  environment: Record<string, string>;
  ownerUrl: string;
  mailboxUrl: string;
  /** Lets answers be written on the mailbox page: they come in through the API. */
  answerThrough: (door: ProductDoor) => void;
  /** Idempotent; ends the database last. */
  stop: () => Promise<void>;
}

export interface LocalServicesOptions {
  dataDir: string;
  /** Where the web server will answer. */
  port: number;
  log: (line: string) => void;
}

/**
 * Starts what an installation has beside web and worker: a migrated database (the bundled PostgreSQL unless DATABASE_URL
 * names one) and a mail server that delivers nothing. Secrets and files stay in `dataDir`.
 */
export async function startLocalServices({ dataDir, port, log }: LocalServicesOptions): Promise<LocalServices> {
  const database = await openDatabase(dataDir);
  try {
    const applied = await migrate({ ownerUrl: database.ownerUrl });
    if (applied.length) log(`The database is at ${applied.at(-1) ?? ''}.`);
    const mail = await startMailServer({ folder: join(dataDir, 'mail'), smtpPort: 3025, pagePort: 3026 });
    const secrets = await readSecrets(join(dataDir, 'secrets.json'));
    const appUrl = process.env.APP_URL ?? `http://localhost:${port}`;
    const environment = productEnvironment({ database, mail, port, appUrl, dataDir, secrets });
    const stop = () => mail.close().finally(() => database.stop());
    return {
      environment,
      ownerUrl: database.ownerUrl,
      mailboxUrl: mail.pageUrl,
      answerThrough: mail.deliverTo,
      stop,
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

interface Database {
  ownerUrl: string;
  appUrl: string;
  stop: () => Promise<void>;
}

async function openDatabase(dataDir: string): Promise<Database> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (!appUrl) return startEmbeddedPostgres({ dataDir });
  return { appUrl, ownerUrl: ownerUrl ?? appUrl, stop: () => Promise.resolve() };
}
