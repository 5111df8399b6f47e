import { createCipheriv, randomBytes } from 'node:crypto';
import { describePlace, readSecretKeys, type SecretPlace } from '@/platform/secrets/secret-keys';

/**
 * Seals a secret for keeping at rest: AES-256-GCM with a random nonce, the place as additional data, and the id of the
 * key in the text, `v1.<key id>.<nonce, tag and ciphertext in base64url>`. The same secret gives another text each time.
 *
 * To change the key, put the new one before the old in `ENCRYPTION_KEY=new,old`: what is sealed from then on has the new
 * one, what was sealed before still opens, and the old one may go when nothing was sealed with it any more (mailboxes:
 * `select distinct split_part(secret, '.', 2) from mailbox_connection`).
 */
export function sealSecret(place: SecretPlace, secret: string): string {
  const [key] = readSecretKeys();
  if (!key) throw new Error('ENCRYPTION_KEY holds no key');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce).setAAD(describePlace(place));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return `v1.${key.id}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}
