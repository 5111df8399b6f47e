import { describe, expect, it } from 'vitest';
import { chordOf } from '@/ui/shortcut-registry';

const press = (key: string, held: Partial<Record<'metaKey' | 'ctrlKey' | 'altKey', boolean>> = {}) =>
  chordOf({ key, metaKey: false, ctrlKey: false, altKey: false, ...held });

describe('chordOf', () => {
  it('is the same for ⌘ and Ctrl, and for a letter with Shift or Caps Lock', () => {
    expect(press('k', { metaKey: true })).toBe('mod+k');
    expect(press('K', { ctrlKey: true })).toBe('mod+k');
    expect(press('X')).toBe('x');
  });

  it('takes signs as they are typed', () => {
    expect(press('?')).toBe('?');
    expect(press('Enter')).toBe('Enter');
  });
});
