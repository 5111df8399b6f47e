import { describe, expect, test } from 'vitest';
import { diffFields, isSameValue } from '@/features/creators/model/diff-fields';
import { excerptOf } from '@/shared/excerpt-of';
import { parseCustomValue } from '@/features/creators/model/parse-custom-value';

describe('parseCustomValue', () => {
  const options = ['cat', 'dog'];

  test.each([
    ['text', 'any', 'any'],
    ['text', '<script>', '<script>'],
    ['number', -1.5, -1.5],
    ['boolean', false, false],
    ['date', '2024-02-29', '2024-02-29'],
    ['url', 'https://a.example/x', 'https://a.example/x'],
    ['select', 'cat', 'cat'],
    ['multi_select', ['dog', 'cat', 'dog'], ['dog', 'cat']],
    ['multi_select', [], []],
  ] as const)('a %s takes %j', (type, value, kept) => {
    expect(parseCustomValue({ type, options }, value)).toEqual({ ok: true, value: kept });
  });

  test.each([
    ['text', 5],
    ['text', 'a\0b'],
    ['text', 'x'.repeat(5001)],
    ['number', '5'],
    ['number', Number.NaN],
    ['boolean', 'yes'],
    ['date', '2026-02-29'],
    ['date', '1/2/2026'],
    ['url', 'javascript:alert(1)'],
    ['url', 'a.example'],
    ['select', 'bird'],
    ['select', ['cat']],
    ['multi_select', 'cat'],
    ['multi_select', ['cat', 'bird']],
  ] as const)('a %s refuses %j', (type, value) => {
    expect(parseCustomValue({ type, options }, value)).toMatchObject({ ok: false });
  });
});

describe('diffFields', () => {
  test('names what differs; the absent stays, null empties, keys have no order', () => {
    const before = { a: 1, b: 'x', c: { k: 1, l: [1, 2] }, d: null };
    expect(diffFields(before, { a: 1, b: null, c: { l: [1, 2], k: 1 }, d: undefined, e: 2 })).toEqual({
      b: { from: 'x', to: null },
      e: { from: null, to: 2 },
    });
  });

  test('the order of a list counts', () => {
    expect(isSameValue(['a', 'b'], ['b', 'a'])).toBe(false);
    expect(isSameValue({}, [])).toBe(false);
    expect(isSameValue({ a: undefined }, {})).toBe(false);
  });
});

test('an excerpt is one line and never half a character', () => {
  expect(excerptOf('a\n\n b')).toBe('a b');
  expect(excerptOf('😀'.repeat(400))).toBe(`${'😀'.repeat(300)}…`);
});
