'use client';

import { Select } from '../select';
import { uiTexts } from '../ui-texts';
import type { DataTableColumn, TableSort } from './data-table-column';
import { formatSort, parseSort } from './table-sort';

/** The order of the rows on a phone, where there is no head to click. */
export function SortSelect<T>(props: {
  columns: readonly DataTableColumn<T>[];
  sort?: TableSort;
  onSortChange: (sort: TableSort) => void;
}) {
  const { sortAscending, sortDescending, sort: label } = uiTexts.table;
  const options = props.columns
    .filter((column) => column.sortable)
    .flatMap(({ id, header }) => [
      { value: formatSort({ column: id, direction: 'asc' }), label: `${header}, ${sortAscending}` },
      { value: formatSort({ column: id, direction: 'desc' }), label: `${header}, ${sortDescending}` },
    ]);
  return (
    <Select
      aria-label={label}
      options={options}
      value={props.sort ? formatSort(props.sort) : ''}
      placeholder={props.sort ? undefined : label}
      onChange={(event) => {
        const sort = parseSort(event.target.value);
        if (sort) props.onSortChange(sort);
      }}
    />
  );
}
