import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, foldText } from '@/shared/identity/fold-name';

describe('foldName', () => {
  it.each([
    ['Zoë Sugg', 'SUGG, Zoe'],
    ['𝓣𝓲𝔀𝓪 𝐒𝐚𝐯𝐚𝐠𝐞', 'Tiwa Savage'],
    ['Łukasz Żółć', 'zolc lukasz'],
    ['Jürgen  Groß', 'gross jurgen'],
    ['sᴇᴏʀɪɴᴀ', 'Seorina'],
    ['Ars 🎗', 'ars'],
    ['Beyonce\u0301', 'Beyoncé'],
    ['ＡＢＣ', 'abc'],
  ])('takes %s and %s for the same', (a, b) => {
    expect(foldName(a)).toBe(foldName(b));
  });

  it('keeps apart what only looks alike to a machine', () => {
    expect(foldName('राम')).not.toBe(foldName('रम'));
    expect(foldName('박지후')).toBe('박지후');
    expect(foldName('がく')).not.toBe(foldName('かく'));
    expect(foldName('Anna B')).not.toBe(foldName('Anna C'));
  });

  it('is empty where no letter is', () => {
    expect(foldName('???? 🎭')).toBe('');
  });

  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldName(foldName(text))).toBe(foldName(text));
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});
