import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface Secrets extends Record<string, string> {
  /** Signs the sessions. */
  NEXTAUTH_SECRET: string;
  /** 32 bytes in hex; encrypts what is kept of others' credentials. */
  ENCRYPTION_KEY: string;
}

/** The secrets of a local installation, made at its first start and kept beside its data, which they belong to. */
export async function readSecrets(file: string): Promise<Secrets> {
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return JSON.parse(kept) as Secrets;
  const secrets = { NEXTAUTH_SECRET: randomBytes(32).toString('hex'), ENCRYPTION_KEY: randomBytes(32).toString('hex') };
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}
