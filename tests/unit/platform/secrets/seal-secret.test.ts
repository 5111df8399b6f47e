import { beforeEach, describe, expect, it } from 'vitest';
import { parseEnv } from '@/platform/env/env';
import { openSecret } from '@/platform/secrets/open-secret';
import { sealSecret } from '@/platform/secrets/seal-secret';
import { newId } from '@/shared/ids';
import { testEnvironment } from '../../../support/context';

const [oldKey, newKey] = ['11'.repeat(32), Buffer.alloc(32, 7).toString('base64')];
const place = { workspaceId: newId(), purpose: 'mailbox:1' };
const slot = globalThis as typeof globalThis & { rapportEnv?: ReturnType<typeof parseEnv> };

function useKeys(keys: string): void {
  slot.rapportEnv = parseEnv({ ...testEnvironment('postgres://nobody@127.0.0.1:9/nothing'), ENCRYPTION_KEY: keys });
}

beforeEach(() => useKeys(oldKey));

describe('sealed secrets', () => {
  it('open where they were sealed, and hold nothing readable', () => {
    const secret = 'pässword with “quotes” and \u0000';
    const sealed = sealSecret(place, secret);
    expect(openSecret(place, sealed)).toBe(secret);
    expect(sealed).not.toContain('word');
    expect(sealSecret(place, secret)).not.toBe(sealed);
    expect(openSecret(place, sealSecret(place, ''))).toBe('');
  });

  it('do not open for another workspace or another purpose', () => {
    const sealed = sealSecret(place, 'secret');
    for (const other of [
      { ...place, workspaceId: newId() },
      { ...place, purpose: 'mailbox:2' },
      { workspaceId: `${place.workspaceId}","mailbox:1`, purpose: '' },
    ]) {
      expect(() => openSecret(other, sealed)).toThrow(
        expect.objectContaining({ details: expect.objectContaining({ reason: 'secret_unreadable' }) }),
      );
    }
  });

  it('notice every changed byte and every cut', () => {
    const sealed = sealSecret(place, 'secret');
    const [version, keyId, body] = sealed.split('.') as [string, string, string];
    const bytes = Buffer.from(body, 'base64url');
    for (let position = 0; position < bytes.length; position += 1) {
      const changed = Buffer.from(bytes);
      changed[position] = changed[position]! ^ 1;
      expect(() => openSecret(place, [version, keyId, changed.toString('base64url')].join('.'))).toThrow(
        'Enter it again',
      );
      const cut = bytes.subarray(0, position).toString('base64url');
      expect(() => openSecret(place, [version, keyId, cut].join('.'))).toThrow('Enter it again');
    }
    for (const wrong of ['', 'secret', 'v1..', `v2.${keyId}.${body}`]) expect(() => openSecret(place, wrong)).toThrow();
  });

  it('open after the key was changed while the old one is listed, and say so when it is not', () => {
    const before = sealSecret(place, 'secret');
    useKeys(`${newKey}, ${oldKey}`);
    expect(openSecret(place, before)).toBe('secret');
    const after = sealSecret(place, 'secret');
    useKeys(newKey);
    expect(openSecret(place, after)).toBe('secret');
    expect(() => openSecret(place, before)).toThrow('ENCRYPTION_KEY does not list');
  });

  it('want keys of 32 bytes', () => {
    expect(() => useKeys(`${newKey},short`)).toThrow('ENCRYPTION_KEY');
  });
});
