import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptAround } from '@/features/search/model/excerpt-around';
import { foldText } from '@/shared/identity/fold-name';

const sought = (words: string) =>
  foldText(words)
    .split(' ')
    .map((text) => ({ text, open: true }));
const filler = 'nothing to see here. '.repeat(40);

describe('the line around the words', () => {
  it('is the whole text when it is short', () => {
    expect(excerptAround('  one\n two ', sought('two'))).toBe('one two');
  });

  it.each([
    ['in the middle', `${filler}needle${filler}`, 'needle', /^….*needle.*…$/],
    ['at the end', `${filler}needle`, 'needle', /^….*needle$/],
    ['with diacritics that were not typed', `${filler}Nëédle${filler}`, 'NEEDLE', /Nëédle/],
    ['after letters of two units', `${'𝓐'.repeat(400)} needle`, 'needle', /needle$/],
    ['the second word, where the first is nowhere', `${filler}needle`, 'absent needle', /needle$/],
  ])('holds the word %s', (...[, text, words, shown]) => {
    expect(excerptAround(text, sought(words))).toMatch(shown);
  });

  it('begins at the beginning where no word stands', () => {
    expect(excerptAround(filler, sought('absent'))).toMatch(/^nothing.*…$/);
  });

  it('is a line of bounded length without halves of characters, whatever the text and the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ unit: 'grapheme' }), (text, words) => {
        const line = excerptAround(text, sought(words));
        expect([...line].length).toBeLessThanOrEqual(162);
        expect(line).not.toMatch(/[\ud800-\udfff]/u);
      }),
    );
  });
});
