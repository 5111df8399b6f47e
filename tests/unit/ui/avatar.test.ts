import { describe, expect, it } from 'vitest';
import { hueOf, initialsOf } from '@/ui/avatar';

describe('avatar', () => {
  it.each([
    ['Noor Bakker', 'NB'],
    ['mia', 'M'],
    ['Aleksandra Maria Nowak', 'AN'],
    ['Ola 🌸 Glow', 'OG'],
    ['李小龙', '李'],
    ['🌸', '?'],
    ['  ', '?'],
    ['"Quoted" (Name)', 'QN'],
  ])('%s is %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('gives an id the same hue for ever, and neighbours different ones', () => {
    expect(hueOf('crt_1')).toBe(hueOf('crt_1'));
    expect(new Set(Array.from({ length: 50 }, (_, n) => hueOf(`crt_${n}`))).size).toBeGreaterThan(40);
  });
});
