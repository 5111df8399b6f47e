import type { CreatorRow } from '@/features/creators/schemas/creator-list';
import type { ExportColumn, ExportRequest } from '@/features/creators/schemas/export';

export type Cell = string | number | null;

/** A creator's cells in the order of the columns; lists in one cell, instants as RFC 3339. */
export function exportCells(row: CreatorRow, { columns, personal }: ExportRequest): Cell[] {
  return columns.map(({ key }) => {
    if (key.startsWith('fld_')) return customCell(row.custom[key]);
    if (key === 'primaryEmail' && !personal) return null;
    return cells[key as ExportColumn](row);
  });
}

const cells: Record<ExportColumn, (row: CreatorRow) => Cell> = {
  id: (row) => row.id,
  displayName: (row) => row.displayName,
  primaryPlatform: (row) => row.primaryPlatform,
  primaryHandle: (row) => row.primaryHandle,
  handles: (row) => row.handles.map((handle) => handle.url ?? `${handle.platform}: ${handle.name}`).join('; '),
  followers: (row) => row.followers,
  followersAsOf: (row) => row.followersAsOf,
  engagementRate: (row) => row.engagementRate,
  primaryEmail: (row) => row.primaryEmail,
  country: (row) => row.country,
  city: (row) => row.city,
  languages: (row) => row.languages.join('; '),
  stage: (row) => row.stage,
  owner: (row) => row.owner?.name ?? null,
  tags: (row) => row.tags.map((tag) => tag.name).join('; '),
  doNotContact: (row) => yesNo(row.doNotContact),
  lastContactedAt: (row) => row.lastContactedAt,
  lastActivityAt: (row) => row.lastActivityAt,
  createdAt: (row) => row.createdAt,
  updatedAt: (row) => row.updatedAt,
  archived: (row) => yesNo(row.archived),
};

function customCell(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return yesNo(value);
  if (typeof value === 'number' || typeof value === 'string') return value;
  return Array.isArray(value) ? value.join('; ') : JSON.stringify(value);
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
