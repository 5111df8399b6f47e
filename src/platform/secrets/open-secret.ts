import { createDecipheriv } from 'node:crypto';
import { describePlace, readSecretKeys, type SecretPlace } from '@/platform/secrets/secret-keys';
import { AppError } from '@/shared/errors';

const nonceBytes = 12;
const tagBytes = 16;

/**
 * Opens what `sealSecret` sealed for the same place.
 * @throws AppError unavailable, reason `secret_key_missing` (sealed with a key that ENCRYPTION_KEY does not list) or
 *   `secret_unreadable` (changed, cut, or sealed for another workspace or purpose)
 */
export function openSecret(place: SecretPlace, sealed: string): string {
  const [version, keyId, body] = sealed.split('.');
  if (version !== 'v1' || !keyId || !body) throw unreadable();
  const key = readSecretKeys().find(({ id }) => id === keyId);
  if (!key) {
    const message =
      'A stored secret was sealed with a key that ENCRYPTION_KEY does not list. Add the old key behind the new one.';
    throw new AppError('unavailable', { reason: 'secret_key_missing', message });
  }
  const bytes = Buffer.from(body, 'base64url');
  if (bytes.length < nonceBytes + tagBytes) throw unreadable();
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(describePlace(place)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    throw unreadable();
  }
}

function unreadable(): AppError {
  const message = 'A stored secret cannot be opened: it was changed, or it belongs elsewhere. Enter it again.';
  return new AppError('unavailable', { reason: 'secret_unreadable', message });
}
