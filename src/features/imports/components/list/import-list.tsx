'use client';

import { Upload as UploadIcon } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { DropAnywhere } from '@/features/imports/components/list/drop-anywhere';
import { importColumns } from '@/features/imports/components/list/import-columns';
import { UploadPanel } from '@/features/imports/components/list/upload-panel';
import { useImports } from '@/features/imports/components/list/use-imports';
import { useUpload } from '@/features/imports/components/list/use-upload';
import type { Page } from '@/features/imports/components/page';
import type { ImportSummary } from '@/features/imports/schemas/import';
import { Button } from '@/ui/button';
import { DataTable } from '@/ui/data-table/data-table';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { useShortcut } from '@/ui/use-shortcut';

/** Every import of the workspace, and the way to begin one: a button, or a file dropped anywhere. */
export function ImportList({ first }: { first: Page<ImportSummary> }) {
  const { slug, can } = useWorkspace();
  const imports = useImports(slug, first);
  const upload = useUpload();
  const picker = useRef<HTMLInputElement>(null);
  const mayImport = can('import.create');
  const pick = () => picker.current?.click();
  useShortcut('i', 'Import a list', { handler: pick, group: 'Imports', enabled: mayImport });
  const empty = imports.rows.length === 0;
  const begin = mayImport && (
    <Button variant="primary" icon={<UploadIcon />} kbd="I" onClick={pick}>
      Import a list
    </Button>
  );
  return (
    <>
      <PageHeader title="Imports" actions={!empty && begin} />
      {mayImport && (
        <>
          <input
            ref={picker}
            type="file"
            hidden
            aria-label="File to import"
            accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            onChange={({ target }) => {
              upload.begin([...(target.files ?? [])]);
              // Else the same file, mended, could not be chosen again.
              target.value = '';
            }}
          />
          <DropAnywhere onFiles={upload.begin} />
          {upload.state && (
            <div className="shrink-0 px-5 pt-4 pb-3 max-sm:px-3">
              <UploadPanel upload={upload} choose={<Button onClick={pick}>Choose another file</Button>} />
            </div>
          )}
        </>
      )}
      <DataTable
        label="Imports"
        columns={importColumns}
        rows={imports.rows}
        getRowId={idOf}
        rowLabel={nameOf}
        rowHref={(row) => `/${slug}/imports/${row.id}`}
        hasMore={imports.hasMore}
        loadingMore={imports.loadingMore}
        onEndReached={imports.loadMore}
        empty={<Beginning action={begin} />}
        className="min-h-0 flex-1"
      />
    </>
  );
}

const idOf = (row: ImportSummary) => row.id;
const nameOf = (row: ImportSummary) => row.fileName;

function Beginning({ action }: { action: ReactNode }) {
  return (
    <div className="p-5 max-sm:p-3">
      <div className="rounded-lg border border-dashed border-line-control bg-surface">
        <EmptyState
          icon={<UploadIcon />}
          title="Bring your list"
          description="A spreadsheet or an export of another program, CSV or Excel, as messy as it is. Drop it here or choose it; nothing is changed before you have seen what will happen."
          action={action}
        />
      </div>
    </div>
  );
}
