import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closestWord, correctWords } from '@/features/search/model/correct-words';
import { markWords } from '@/features/search/model/mark-words';
import { foldText } from '@/shared/identity/fold-name';

const marked = (line: string, ...words: string[]) =>
  markWords(
    line,
    words.map((word) => ({ text: foldText(word), open: word.endsWith('*') })),
  )
    .map(({ text, match }) => (match ? `[${text}]` : text))
    .join('');

describe('the words looked for', () => {
  it('stand apart, whole and without regard to case and diacritics', () => {
    expect(marked('Müller, muller & MÜLLERS', 'muller')).toBe('[Müller], [muller] & MÜLLERS');
    expect(marked('Straße strasse', 'straße')).toBe('[Straße] [strasse]');
    expect(marked('kites, kite', 'kit*')).toBe('[kites], [kite]');
    expect(marked('<b>bold</b>', 'bold')).toBe('<b>[bold]</b>');
    expect(marked('Привет, мир', 'мир')).toBe('Привет, [мир]');
  });

  it('together with the rest are the line, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (line, word) => {
        const pieces = markWords(line, [{ text: foldText(word), open: true }]);
        expect(pieces.map(({ text }) => text).join('')).toBe(line);
      }),
    );
  });
});

describe('what was meant, perhaps', () => {
  const known = ['invoice', 'invoices', 'voice', 'notice'].map((word, place) => ({
    asked: 'invocie',
    word,
    messages: 10 - place,
  }));

  it('is the word with the fewest slips, and none when it is one itself', () => {
    expect(closestWord('invocie', known)).toBe('invoice');
    expect(closestWord('invocie', [...known, { asked: 'invocie', word: 'invocie', messages: 1 }])).toBeNull();
    expect(closestWord('zebra', [{ asked: 'zebra', word: 'contract', messages: 99 }])).toBeNull();
  });

  it('is written into what was typed, and operators stay', () => {
    const right = (word: string) => ({ invocie: 'invoice', anna: 'never' })[word] ?? null;
    expect(correctWords('from:anna "Invocie paid" x', right)).toBe('from:anna "invoice paid" x');
    expect(correctWords('nothing wrong', right)).toBeNull();
  });
});
