import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSelected, emptySelection, isSelected, loadedState, selectRows } from '@/ui/data-table/row-selection';

const all = { all: true, ids: new Set<string>() };

describe('row selection', () => {
  it('ticks and unticks single rows, twice without harm', () => {
    const once = selectRows(emptySelection, ['a', 'b'], true);
    expect(selectRows(once, ['a'], true)).toEqual(once);
    expect([...selectRows(once, ['a'], false).ids]).toEqual(['b']);
  });

  it('with all ticked, keeps the exceptions and counts without them', () => {
    const butOne = selectRows(all, ['a'], false);
    expect(isSelected(butOne, 'a')).toBe(false);
    expect(isSelected(butOne, 'never loaded')).toBe(true);
    expect(countSelected(butOne, 10_000)).toBe(9_999);
    expect(selectRows(butOne, ['a'], true)).toEqual(all);
  });

  it('knows none, some and all of the loaded rows', () => {
    expect(loadedState(emptySelection, [])).toBe(false);
    expect(loadedState(emptySelection, ['a'])).toBe(false);
    expect(loadedState({ all: false, ids: new Set(['a']) }, ['a', 'b'])).toBe('indeterminate');
    expect(loadedState(all, ['a', 'b'])).toBe(true);
  });

  it('after ticking a row it is ticked, after unticking it is not, whatever was before', () => {
    const selections = fc.record({ all: fc.boolean(), ids: fc.array(fc.string()).map((ids) => new Set(ids)) });
    fc.assert(
      fc.property(selections, fc.string(), fc.boolean(), (selection, id, ticked) => {
        expect(isSelected(selectRows(selection, [id], ticked), id)).toBe(ticked);
      }),
    );
  });
});
