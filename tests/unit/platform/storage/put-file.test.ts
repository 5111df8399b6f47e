import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContext } from '@/platform/auth/context';
import { putFile } from '@/platform/storage/put-file';
import { readStoredFile } from '@/platform/storage/read-stored-file';
import { newId } from '@/shared/ids';

const folder = mkdtempSync(join(tmpdir(), 'rapport-storage-'));
const ours = contextOf(newId());
const theirs = contextOf(newId());

beforeAll(() => {
  Object.assign(process.env, {
    DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing',
    SMTP_URL: 'smtp://127.0.0.1:9',
    STORAGE_URL: `file:${folder}`,
    APP_URL: 'http://localhost:3000',
    NEXTAUTH_SECRET: 'a secret for tests only, longer than 32',
    ENCRYPTION_KEY: '00'.repeat(32),
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

function contextOf(workspaceId: string) {
  return createContext({
    workspaceId,
    actor: { type: 'worker' },
    role: null,
    permissions: new Set(),
    scope: { brandIds: 'all', campaignIds: 'all' },
    fields: { money: true, personal: true },
    now: new Date(),
    requestId: 'req_test',
  });
}

async function* chunks(...parts: string[]) {
  for (const part of parts) yield Buffer.from(part);
}

describe('putFile', () => {
  it('keeps bytes under the hash of their content and gives them back', async () => {
    const stored = await putFile(ours, chunks('ab', '', 'c'), 3);
    expect(stored).toEqual({ hash: createHash('sha256').update('abc').digest('hex'), size: 3 });
    expect(String(await buffer(await readStoredFile(ours, stored.hash)))).toBe('abc');
  });

  it('keeps the same content once, also when many bring it at once', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => putFile(ours, chunks('same', ' thing'), 100)));
    expect(new Set(all.map(({ hash }) => hash)).size).toBe(1);
    expect(readdirSync(join(folder, ours.workspaceId, all[0]!.hash.slice(0, 2)))).toEqual([all[0]!.hash]);
    expect(readdirSync(join(folder, ours.workspaceId, 'incoming'))).toEqual([]);
  });

  it('stops at the limit and leaves nothing behind', async () => {
    let asked = 0;
    async function* endless() {
      for (;;) yield Buffer.alloc(1024, (asked += 1));
    }
    await expect(putFile(ours, endless(), 10 * 1024)).rejects.toMatchObject({
      code: 'limit_exceeded',
      details: { reason: 'file_too_large' },
    });
    expect(asked).toBeLessThanOrEqual(11);
    expect(readdirSync(join(folder, ours.workspaceId, 'incoming'))).toEqual([]);
  });

  it('leaves nothing of an upload that broke off', async () => {
    async function* broken() {
      yield Buffer.from('half');
      throw new Error('gone');
    }
    await expect(putFile(ours, broken(), 100)).rejects.toThrow('gone');
    expect(readdirSync(join(folder, ours.workspaceId, 'incoming'))).toEqual([]);
  });

  it('shows no workspace the files of another, and no path but hashes', async () => {
    const { hash } = await putFile(ours, chunks('ours'), 100);
    await expect(readStoredFile(theirs, hash)).rejects.toMatchObject({ code: 'unavailable' });
    for (const path of [`../${ours.workspaceId}/${hash}`, '..', '', hash.toUpperCase(), `${hash}/`, `${hash}\n`])
      await expect(readStoredFile(theirs, path)).rejects.toMatchObject({ code: 'not_found' });
  });
});
