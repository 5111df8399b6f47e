'use client';

import { outcomes } from '@/features/imports/components/labels.data';
import type { ImportSummary, Outcome } from '@/features/imports/schemas/import';
import { StatusBadge } from '@/ui/badge';
import type { DataTableColumn } from '@/ui/data-table/data-table-column';
import { useFormat } from '@/ui/locale-provider';
import { Progress } from '@/ui/progress';
import { useNow } from '@/ui/shell/workspace-scope';
import { statuses } from '@/ui/status';

export const importColumns: DataTableColumn<ImportSummary>[] = [
  {
    id: 'file',
    header: 'File',
    width: 220,
    grow: true,
    pinned: true,
    cell: ({ fileName }) => (
      <bdi className="truncate font-medium" title={fileName}>
        {fileName}
      </bdi>
    ),
  },
  { id: 'state', header: 'State', width: 150, card: 'aside', cell: (row) => <State row={row} /> },
  {
    id: 'rows',
    header: 'Rows',
    width: 84,
    align: 'end',
    card: 'line',
    cell: ({ progress }) => <Count value={progress.total} unit="rows" />,
  },
  ...outcomes.map((outcome): DataTableColumn<ImportSummary> => ({
    id: outcome,
    header: statuses.importRowOutcome[outcome].label,
    width: 96,
    align: 'end',
    cell: ({ counts }) => counts.rows > 0 && <Outcomes outcome={outcome} value={counts[outcome]} />,
  })),
  {
    id: 'createdBy',
    header: 'By',
    width: 120,
    cell: ({ createdBy }) => <span className="truncate text-ink-2">{createdBy ?? 'API'}</span>,
  },
  { id: 'createdAt', header: 'When', width: 120, card: 'line', cell: ({ createdAt }) => <When at={createdAt} /> },
];

function State({ row: { state, progress } }: { row: ImportSummary }) {
  return (
    <>
      <StatusBadge kind="importState" value={state} />
      {(state === 'running' || state === 'paused') && (
        <Progress label="Rows imported" value={progress.done} max={progress.total} className="w-16 max-sm:hidden" />
      )}
    </>
  );
}

function Count({ value, unit }: { value: number; unit: string }) {
  const format = useFormat();
  return (
    <>
      {format.number(value)}
      <span className="sm:hidden"> {unit}</span>
    </>
  );
}

function Outcomes({ outcome, value }: { outcome: Outcome; value: number }) {
  const format = useFormat();
  if (value === 0) return <span className="text-ink-3">0</span>;
  return <span className={outcome === 'rejected' ? 'font-medium text-late' : undefined}>{format.number(value)}</span>;
}

function When({ at }: { at: string }) {
  const format = useFormat();
  const now = useNow();
  return (
    <time dateTime={at} title={format.dateTime(at)} className="text-ink-3">
      {format.moment(at, now)}
    </time>
  );
}
