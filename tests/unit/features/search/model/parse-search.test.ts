import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch } from '@/features/search/model/parse-search';
import { SEARCH_OPERATORS } from '@/features/search/model/search-query';
import { isAppError } from '@/shared/errors';

const terms = (asked: string) =>
  parseSearch(asked, 'UTC').terms.map(({ operator, meaning, text }) => [operator, meaning, text]);

describe('what was asked', () => {
  it('is words, phrases and beginnings; the last word is still being typed', () => {
    expect(terms('signed contract')).toEqual([
      ['', 'word', 'signed'],
      ['', 'prefix', 'contract'],
    ]);
    expect(terms('"signed contract" rat* done ')).toEqual([
      ['', 'phrase', 'signed contract'],
      ['', 'prefix', 'rat'],
      ['', 'word', 'done'],
    ]);
    expect(terms('"not yet closed')).toEqual([['', 'phrase', 'not yet closed']]);
    expect(terms('draft from:anna')[0]).toEqual(['', 'word', 'draft']);
  });

  it('is operators, however they are written', () => {
    expect(terms('FROM:Anna to:"Mia Müller" channel:email has:media-kit has:Contracts')).toEqual([
      ['from', 'prefix', 'Anna'],
      ['to', 'prefix', 'Mia Müller'],
      ['channel', 'word', 'email'],
      ['has', 'word', 'media_kit'],
      ['has', 'word', 'contract'],
    ]);
    expect(parseSearch('in:"Team Berlin" x', 'UTC').mailbox).toBe('Team Berlin');
  });

  it('takes an operator nobody knows for words', () => {
    expect(terms('https://x.example/a 10:30 foo:bar')).toEqual([
      ['', 'word', 'https://x.example/a'],
      ['', 'word', '10:30'],
      ['', 'prefix', 'foo:bar'],
    ]);
  });

  it('counts days where the person is: from the day on, and before the day begins', () => {
    const { since, until } = parseSearch('after:2026-03-28 before:2026-03-30', 'Europe/Berlin');
    expect(since).toEqual(new Date('2026-03-27T23:00:00Z'));
    expect(until).toEqual(new Date('2026-03-29T22:00:00Z'));
    const narrower = parseSearch('before:2026-03-30 before:2026-01-01 after:2025-01-01 after:2025-06-01', 'UTC');
    expect(narrower.until).toEqual(new Date('2026-01-01T00:00:00Z'));
    expect(narrower.since).toEqual(new Date('2025-06-01T00:00:00Z'));
  });

  it.each([
    ['before:yesterday', 'before: wants a day, as 2026-05-31.'],
    ['after:2026-02-30', 'after: wants a day, as 2026-05-31.'],
    ['before:', 'before: wants a day, as 2026-05-31.'],
    ['has:nothing', 'has: knows attachment, invoice, media_kit, tax_form, contract and draft.'],
    ['from:', 'from: wants a name or an address right after the colon.'],
    ['to:""', 'to: wants a name or an address right after the colon.'],
    ['in:***', 'in: wants an address or the name of a mailbox right after the colon.'],
  ])('says of %s what is wrong with it', (asked, message) => {
    expect(() => parseSearch(asked, 'UTC')).toThrow(
      expect.objectContaining({ code: 'invalid_input', details: expect.objectContaining({ message }) as unknown }),
    );
  });

  it('looks for the first forty words and says that there were more', () => {
    const query = parseSearch('word '.repeat(10_000), 'UTC');
    expect(query.terms).toHaveLength(40);
    expect(query.cut).toBe(true);
    expect(parseSearch('two words', 'UTC').cut).toBe(false);
    expect(parseSearch('x'.repeat(5000), 'UTC').terms[0]?.text).toHaveLength(200);
  });

  it('is never an error but by an operator, and never holds what a database cannot', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('"', '*', ':', '&', '|', '!', "'", '\\', '(', '<->', ':*', '\0', '\ud800', ' '),
      fc.constantFrom(...SEARCH_OPERATORS.map((operator) => `${operator}:`)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          const query = parseSearch(pieces.join(''), 'Europe/Berlin');
          for (const { text } of query.terms) {
            expect(text).toMatch(/[\p{L}\p{N}]/u);
            expect(text).not.toMatch(/[\p{Cc}\p{Cs}]/u);
            expect(text.length).toBeLessThanOrEqual(200);
          }
        } catch (error) {
          if (!isAppError(error)) throw error;
          expect(SEARCH_OPERATORS.some((operator) => error.message.startsWith(`${operator}: `))).toBe(true);
        }
      }),
    );
  });

  it('means the same words with operators around them', () => {
    const word = fc.stringMatching(/^[a-z]{1,10}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 10 }), (words) => {
        const query = parseSearch(`has:attachment ${words.join(' ')} before:2026-01-01`, 'UTC');
        expect(query.words).toBe(words.join(' '));
        expect(query.terms.filter(({ operator }) => operator === '').map(({ text }) => text)).toEqual(words);
      }),
    );
  });
});
