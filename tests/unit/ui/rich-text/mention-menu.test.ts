import { describe, expect, it } from 'vitest';
import { stepMention, type MentionState } from '@/ui/rich-text/mention-menu';

const state: MentionState = {
  items: [
    { id: 'a', label: 'Tara' },
    { id: 'b', label: 'Ben' },
  ],
  index: 0,
  rect: null,
  pick: () => undefined,
};

describe('keys in the list of people', () => {
  it('goes round', () => {
    expect(stepMention(state, 'ArrowUp')).toMatchObject({ index: 1 });
    expect(stepMention({ ...state, index: 1 }, 'ArrowDown')).toMatchObject({ index: 0 });
  });

  it('picks with Enter and Tab, leaves with Escape', () => {
    expect(stepMention(state, 'Enter')).toBe('pick');
    expect(stepMention(state, 'Tab')).toBe('pick');
    expect(stepMention(state, 'Escape')).toBeNull();
  });

  it('leaves every other key, and Enter with nobody to pick, to the text', () => {
    expect(stepMention(state, 'a')).toBeUndefined();
    expect(stepMention({ ...state, items: [] }, 'Enter')).toBeUndefined();
  });
});
