import { createHash } from 'node:crypto';
import { env } from '@/platform/env/env';

export interface SecretKey {
  /** Derived from the key itself, so that nobody has to name keys. */
  id: string;
  bytes: Buffer;
}

/** What a secret belongs to: sealed for one place, it cannot be opened in another. */
export interface SecretPlace {
  workspaceId: string;
  /** What it is for and whose it is, such as `mailbox:<id>`. */
  purpose: string;
}

/** The keys of `ENCRYPTION_KEY`: the first seals, each of them opens. */
export function readSecretKeys(): SecretKey[] {
  return env().ENCRYPTION_KEY.map((bytes) => ({
    id: createHash('sha256').update('rapport key id').update(bytes).digest('hex').slice(0, 12),
    bytes,
  }));
}

/** The additional data of the seal; a length before each part keeps two places from reading the same. */
export function describePlace({ workspaceId, purpose }: SecretPlace): Buffer {
  return Buffer.from(JSON.stringify([workspaceId, purpose]), 'utf8');
}
