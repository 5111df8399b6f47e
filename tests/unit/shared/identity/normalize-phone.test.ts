import { describe, expect, it } from 'vitest';
import { normalizePhone } from '@/shared/identity/normalize-phone';

describe('normalizePhone', () => {
  it.each([
    ['+49 (0)30 1234-567', '+49301234567'],
    ['0044 20 7946 0000', '+442079460000'],
    ['(030) 123 45 67', '(030) 123 45 67'],
    ['2095257564', '2095257564'],
    ['+1 209 525 7564 ext. 12', '+12095257564 ext. 12'],
  ])('%s → %s', (text, number) => {
    expect(normalizePhone(text)).toMatchObject({ ok: true, number });
  });

  it('refuses what is none', () => {
    for (const text of ['', 'call me', '12', '=cmd|1', '123456789012345678']) {
      expect(normalizePhone(text)).toEqual({ ok: false, reason: 'not_a_phone' });
    }
  });
});
