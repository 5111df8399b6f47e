'use client';

import { Building2 } from 'lucide-react';
import { useCallback, type ReactNode } from 'react';
import type { AgencyDto } from '@/features/creators/schemas/contact';
import { callRead } from '@/ui/call-read';
import { DataTable } from '@/ui/data-table/data-table';
import type { DataTableColumn } from '@/ui/data-table/data-table-column';
import { EmptyState } from '@/ui/empty-state';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { usePages, type Page } from '@/ui/use-pages';

const columns: DataTableColumn<AgencyDto>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 260,
    pinned: true,
    cell: ({ name }) => <bdi className="truncate font-medium">{name}</bdi>,
  },
  {
    id: 'website',
    header: 'Website',
    width: 220,
    card: 'line',
    cell: ({ website }) =>
      website && <span className="truncate text-ink-2">{website.replace(/^https?:\/\//, '')}</span>,
  },
  {
    id: 'contacts',
    header: 'People',
    width: 280,
    grow: true,
    card: 'line',
    cell: ({ contacts }) =>
      contacts.length > 0 && (
        <span className="truncate text-ink-2">{contacts.map((contact) => contact.name).join(', ')}</span>
      ),
  },
];

interface AgencyListProps {
  /** When it grows, the list is read again. */
  revision: number;
  openId: string | null;
  /** The button that begins, for an empty list. */
  begin: ReactNode;
  onOpen: (id: string) => void;
}

/** The agencies that contacts are of. */
export function AgencyList({ revision, openId, begin, onOpen }: AgencyListProps) {
  const { slug } = useWorkspace();
  const load = useCallback(
    (cursor: string | undefined, signal: AbortSignal) =>
      callRead<Page<AgencyDto>>(
        { workspace: slug, name: 'find-agencies', signal },
        { limit: 100, ...(cursor && { cursor }) },
      ),
    [slug],
  );
  const pages = usePages({ load, idOf, revision });
  return (
    <>
      {pages.failed && (
        <p role="alert" className="px-5 py-3 text-ink-2">
          The agencies did not load. Reload the page to try again.
        </p>
      )}
      <DataTable
        label="Agencies"
        columns={columns}
        rows={[...pages.items]}
        getRowId={idOf}
        rowLabel={nameOf}
        loading={pages.loading}
        rowHref={({ id }) => `/${slug}/contacts?tab=agencies&agency=${id}`}
        onOpenRow={({ id }) => onOpen(id)}
        onActiveRowChange={({ id }) => openId && onOpen(id)}
        currentRowId={openId ?? undefined}
        hasMore={pages.hasMore}
        loadingMore={pages.loadingMore}
        onEndReached={pages.more}
        empty={
          <EmptyState
            icon={<Building2 />}
            title="No agency yet"
            description="An agency groups the people who speak for its creators."
            action={begin}
          />
        }
        className="min-h-0 flex-1"
      />
    </>
  );
}

const idOf = ({ id }: AgencyDto) => id;
const nameOf = ({ name }: AgencyDto) => name;
