'use client';

import { useMemo, useState } from 'react';
import { rowColumns, rowText } from '@/features/imports/components/report/row-columns';
import { RowSheet } from '@/features/imports/components/report/row-sheet';
import { useImportRows } from '@/features/imports/components/report/use-import-rows';
import type { Import, ImportRow, Outcome } from '@/features/imports/schemas/import';
import { Button } from '@/ui/button';
import { Callout } from '@/ui/callout';
import { DataTable } from '@/ui/data-table/data-table';
import { EmptyState } from '@/ui/empty-state';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface RowTableProps {
  imported: Import;
  outcome: Outcome | null;
}

/** Every row of the file with what became of it; one opens beside the table as it stood in the file. */
export function RowTable({ imported, outcome }: RowTableProps) {
  const { slug } = useWorkspace();
  const found = useImportRows({ workspace: slug, id: imported.id, outcome });
  const columns = useMemo(() => rowColumns(slug), [slug]);
  const [open, setOpen] = useState<ImportRow | null>(null);
  const count = outcome ? imported.counts[outcome] : imported.counts.rows;
  return (
    <>
      {found.failed && (
        <Callout tone="late" urgent action={<Button onClick={found.loadMore}>Try again</Button>} className="m-3">
          The rows could not be loaded. The import itself is not touched by this.
        </Callout>
      )}
      <DataTable
        label="Rows of the file"
        columns={columns}
        rows={found.rows}
        getRowId={rowId}
        rowLabel={rowLabel}
        total={{ count, exact: true }}
        loading={found.loading && count > 0}
        loadingMore={found.loadingMore}
        hasMore={found.hasMore}
        onEndReached={found.loadMore}
        onOpenRow={setOpen}
        onActiveRowChange={(row) => open && setOpen(row)}
        currentRowId={open ? rowId(open) : undefined}
        empty={!found.failed && <NoRows outcome={outcome} />}
        className="min-h-72 flex-1 border-t border-line"
      />
      {open && <RowSheet imported={imported} row={open} onClose={() => setOpen(null)} />}
    </>
  );
}

const rowId = (row: ImportRow) => String(row.rowNumber);
const rowLabel = (row: ImportRow) => row.creatorName ?? rowText(row);

function NoRows({ outcome }: { outcome: Outcome | null }) {
  return <EmptyState title={outcome ? `No row was ${outcome}` : 'No row was imported'} className="py-10" />;
}
