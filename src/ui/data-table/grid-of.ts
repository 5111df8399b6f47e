import type { DataTableColumn } from './data-table-column';

const selectColumnWidth = 36;

/** The CSS grid of every row, and the width below which the table scrolls sideways. */
export function gridOf<T>(
  columns: readonly DataTableColumn<T>[],
  selectable: boolean,
): { template: string; minWidth: number } {
  const tracks = columns.map(({ width, grow }) => (grow ? `minmax(${width}px, 1fr)` : `${width}px`));
  const filler = columns.some((column) => column.grow) ? [] : ['1fr'];
  const minWidth = columns.reduce((sum, column) => sum + column.width, selectable ? selectColumnWidth : 0);
  return { template: [...(selectable ? [`${selectColumnWidth}px`] : []), ...tracks, ...filler].join(' '), minWidth };
}
