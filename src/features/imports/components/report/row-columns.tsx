import Link from 'next/link';
import type { ImportRow } from '@/features/imports/schemas/import';
import { Avatar } from '@/ui/avatar';
import { StatusBadge } from '@/ui/badge';
import type { DataTableColumn } from '@/ui/data-table/data-table-column';

/** The table of an import's rows. `slug` is of the workspace whose records the names open. */
export function rowColumns(slug: string): DataTableColumn<ImportRow>[] {
  return [
    {
      id: 'creator',
      header: 'Creator',
      width: 240,
      grow: true,
      pinned: true,
      cell: (row) => <Who slug={slug} row={row} />,
    },
    {
      id: 'line',
      header: 'Line',
      width: 80,
      align: 'end',
      card: 'line',
      cell: (row) => (
        <span className="text-ink-3">
          <span className="sm:hidden">Line </span>
          {row.lineNumber}
        </span>
      ),
    },
    {
      id: 'outcome',
      header: 'Outcome',
      width: 130,
      card: 'aside',
      cell: (row) => <StatusBadge kind="importRowOutcome" value={row.outcome} />,
    },
    { id: 'reason', header: 'Why', width: 320, grow: true, card: 'line', cell: (row) => <Why row={row} /> },
  ];
}

function Who({ slug, row }: { slug: string; row: ImportRow }) {
  if (row.creatorId && row.creatorName) {
    return (
      <>
        <Avatar id={row.creatorId} name={row.creatorName} size="xs" />
        <Link
          href={`/${slug}/creators/${row.creatorId}`}
          prefetch={false}
          tabIndex={-1}
          className="truncate font-medium hover:underline"
        >
          {row.creatorName}
        </Link>
      </>
    );
  }
  return <bdi className="truncate text-ink-3">{rowText(row)}</bdi>;
}

function Why({ row }: { row: ImportRow }) {
  const [first] = row.warnings;
  if (row.message) return <span className="truncate">{row.message}</span>;
  if (!first) return null;
  const others = row.warnings.length - 1;
  return (
    <span className="truncate text-ink-3">
      {first.message}
      {others > 0 && ` +${others}`}
    </span>
  );
}

/** A row without a creator, by what stands in it. */
export function rowText({ cells }: ImportRow): string {
  const text = cells
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join(' · ')
    .slice(0, 200);
  return text || 'Empty row';
}
