import { randomBytes } from 'node:crypto';
import { connectOwner } from './connect-owner';

export interface ScratchDatabase {
  ownerUrl: string;
  drop(): Promise<void>;
}

/** Makes a database beside the given one, empty or a copy of `template`; the owner needs the right to create databases. */
export async function createScratchDatabase(
  ownerUrl: string,
  options: { name?: string; template?: string } = {},
): Promise<ScratchDatabase> {
  const name = options.name ?? `rapport_scratch_${process.pid}_${randomBytes(4).toString('hex')}`;
  const template = options.template ? ` template "${options.template}"` : '';
  await runOn(ownerUrl, `create database "${name}"${template}`);
  return {
    ownerUrl: withDatabase(ownerUrl, name),
    drop: () => runOn(ownerUrl, `drop database if exists "${name}" with (force)`),
  };
}

/** The same server and user, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

async function runOn(ownerUrl: string, statement: string): Promise<void> {
  const client = await connectOwner(ownerUrl);
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
