import { describe, expect, it } from 'vitest';
import { parseEnv } from '@/platform/env/env';

const variables = {
  DATABASE_URL: 'postgres://a@b/c',
  SMTP_URL: 'smtp://127.0.0.1:9',
  STORAGE_URL: 'file:/var/lib/rapport',
  APP_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'a secret for tests only, longer than 32',
  ENCRYPTION_KEY: '00'.repeat(32),
};

describe('STORAGE_URL', () => {
  it.each(['file:/var/lib/rapport', 'file:///var/lib/rapport'])('takes %s', (STORAGE_URL) => {
    expect(parseEnv({ ...variables, STORAGE_URL }).STORAGE_URL).toBe(STORAGE_URL);
  });

  it.each([
    ['s3://bucket', 'STORAGE_URL: s3: is not connected in this version; use file:'],
    ['file://elsewhere/folder', 'STORAGE_URL: must name a folder of this machine'],
    ['/var/lib/rapport', 'STORAGE_URL: must be an address beginning with file: or s3:'],
    ['', 'STORAGE_URL: is not set'],
  ])('refuses %j with one clear line', (STORAGE_URL, line) => {
    expect(() => parseEnv({ ...variables, STORAGE_URL })).toThrow(line);
  });
});
