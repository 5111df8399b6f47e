import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeEmail } from '@/shared/identity/normalize-email';

const file = '../shared/fixtures/torture/email_addresses/isemail_tests.json';
const cases = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { address: string; category: string }[])
  : [];

describe('normalizeEmail', () => {
  it.skipIf(cases.length === 0)('refuses what isemail calls an error, and takes what it calls valid', () => {
    const judged = (category: RegExp) => cases.filter((one) => category.test(one.category));
    const accepted = (one: { address: string }) => normalizeEmail(one.address).ok;
    expect(judged(/ERR$/).filter(accepted)).toEqual([]);
    expect(judged(/VALID_CATEGORY|DNSWARN/).filter((one) => !accepted(one))).toEqual([]);
    expect(judged(/RFC5321$/).filter((one) => !accepted(one))).toEqual([]);
  });

  it('gives the key of identity', () => {
    expect(normalizeEmail(' Anna.Schmidt@Exämple.COM\u00a0')).toEqual({
      ok: true,
      address: 'Anna.Schmidt@Exämple.COM',
      normalized: 'anna.schmidt@xn--exmple-cua.com',
    });
  });

  it('refuses an address of 300 characters, and other than addresses, with the reason', () => {
    const reason = (text: string) => {
      const result = normalizeEmail(text);
      return result.ok ? undefined : result.reason;
    };
    expect(reason(`${'a'.repeat(288)}@example.com`)).toBe('too_long');
    expect(reason(' ')).toBe('empty');
    for (const text of [
      'see bio',
      'a@b@c',
      'a b@example.com',
      '<a@example.com>',
      'a@exa mple.com',
      "'; drop table--",
    ]) {
      expect(reason(text)).toBe('not_an_address');
    }
  });

  it('never throws, and its key is its own key', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (text) => {
        const result = normalizeEmail(text);
        if (result.ok) expect(normalizeEmail(result.normalized)).toMatchObject({ normalized: result.normalized });
      }),
    );
    fc.assert(fc.property(fc.emailAddress(), (address) => normalizeEmail(address).ok));
  });
});
