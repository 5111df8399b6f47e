'use client';

import { CreatorCells } from '@/features/creators/components/list/creator-cells';
import type { CreatorRow } from '@/features/creators/schemas/creator-list';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import type { DataTableColumn, TableSort } from '@/ui/data-table/data-table-column';

export const standardSort: TableSort = { column: 'name', direction: 'asc' };

const C = CreatorCells;
type Column = DataTableColumn<CreatorRow>;

const ownColumns: Column[] = [
  { id: 'name', header: 'Creator', width: 214, grow: true, sortable: true, cell: (row) => <C.Name row={row} /> },
  { id: 'handles', header: 'Platforms', width: 140, cell: (row) => <C.Handles row={row} /> },
  {
    id: 'followers',
    header: 'Followers',
    width: 102,
    align: 'end',
    sortable: true,
    firstSort: 'desc',
    card: 'line',
    cell: (row) => <C.Followers row={row} />,
  },
  {
    id: 'engagementRate',
    header: 'Engagement',
    width: 112,
    align: 'end',
    sortable: true,
    firstSort: 'desc',
    card: 'line',
    cell: (row) => <C.Share value={row.engagementRate} />,
  },
  { id: 'stage', header: 'Stage', width: 140, card: 'aside', cell: (row) => <C.Stage row={row} /> },
  { id: 'country', header: 'Country', width: 108, card: 'line', cell: (row) => <C.Country row={row} /> },
  { id: 'owner', header: 'Owner', width: 124, cell: (row) => <C.Owner row={row} /> },
  { id: 'tags', header: 'Tags', width: 136, cell: (row) => <C.Tags row={row} /> },
  {
    id: 'lastContactedAt',
    header: 'Contacted',
    width: 106,
    align: 'end',
    sortable: true,
    firstSort: 'desc',
    cell: (row) => <C.Moment at={row.lastContactedAt} missing="never" />,
  },
  {
    id: 'lastActivityAt',
    header: 'Last activity',
    width: 112,
    align: 'end',
    sortable: true,
    firstSort: 'desc',
    hiddenByDefault: true,
    cell: (row) => <C.Moment at={row.lastActivityAt} missing="none" />,
  },
  {
    id: 'createdAt',
    header: 'Created',
    width: 100,
    align: 'end',
    sortable: true,
    firstSort: 'desc',
    hiddenByDefault: true,
    cell: (row) => <C.Moment at={row.createdAt} missing="" />,
  },
  {
    id: 'email',
    header: 'E-mail',
    width: 200,
    hiddenByDefault: true,
    cell: (row) => <C.Text text={row.primaryEmail} />,
  },
  { id: 'city', header: 'City', width: 120, hiddenByDefault: true, cell: (row) => <C.Text text={row.city} /> },
  { id: 'languages', header: 'Languages', width: 140, hiddenByDefault: true, cell: (row) => <C.Languages row={row} /> },
];

/** Our own columns, then one for each custom field. */
export function creatorColumns(customFields: CreatorVocabulary['customFields']): Column[] {
  const custom = customFields.map((field): Column => ({
    id: field.id,
    header: field.label,
    width: 130,
    hiddenByDefault: true,
    align: field.type === 'number' ? 'end' : 'start',
    cell: (row) => <C.Custom type={field.type} value={row.custom[field.id]} />,
  }));
  return [...ownColumns, ...custom];
}
