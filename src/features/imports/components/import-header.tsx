'use client';

import type { ReactNode } from 'react';
import type { Import } from '@/features/imports/schemas/import';
import { Badge, StatusBadge } from '@/ui/badge';
import { useFormat } from '@/ui/locale-provider';
import { PageHeader } from '@/ui/page-header';
import { useWorkspace } from '@/ui/shell/workspace-scope';

/** The file, how it stands, and what can be done with it. */
export function ImportHeader({ imported, actions }: { imported: Import; actions?: ReactNode }) {
  const { slug } = useWorkspace();
  const format = useFormat();
  const undoing = imported.undo !== null && imported.state !== 'undone';
  return (
    <PageHeader
      crumbs={[{ label: 'Imports', href: `/${slug}/imports` }]}
      title={imported.fileName}
      meta={
        <>
          {undoing ? (
            <Badge tone="underway">Being undone</Badge>
          ) : (
            <StatusBadge kind="importState" value={imported.state} />
          )}
          <span className="num text-sm whitespace-nowrap text-ink-3 max-sm:hidden">
            {format.number(imported.progress.total)} rows
          </span>
        </>
      }
      actions={actions}
    />
  );
}
