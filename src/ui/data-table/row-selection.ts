/** Which rows are ticked: the `ids`, or with `all` every matching row, loaded or not, but the `ids`. */
export interface RowSelection {
  all: boolean;
  ids: ReadonlySet<string>;
}

export const emptySelection: RowSelection = { all: false, ids: new Set() };

export function isSelected(selection: RowSelection, id: string): boolean {
  return selection.all !== selection.ids.has(id);
}

/** Ticks or unticks some rows. */
export function selectRows(selection: RowSelection, ids: readonly string[], selected: boolean): RowSelection {
  const next = new Set(selection.ids);
  for (const id of ids) {
    if (selected === selection.all) next.delete(id);
    else next.add(id);
  }
  return { all: selection.all, ids: next };
}

/** How many rows are ticked, of `total` matching. */
export function countSelected(selection: RowSelection, total: number): number {
  return selection.all ? Math.max(0, total - selection.ids.size) : selection.ids.size;
}

/** The state of the box that stands for all loaded rows. */
export function loadedState(selection: RowSelection, loaded: readonly string[]): boolean | 'indeterminate' {
  const ticked = loaded.filter((id) => isSelected(selection, id)).length;
  if (ticked === 0) return false;
  return ticked === loaded.length ? true : 'indeterminate';
}
