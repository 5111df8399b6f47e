'use client';

import { Contact, Search } from 'lucide-react';
import { parseAsString, throttle, useQueryState } from 'nuqs';
import { useCallback, useDeferredValue, type ReactNode } from 'react';
import { roleLabels } from '@/features/creators/components/labels.data';
import type { ContactDto } from '@/features/creators/schemas/contact';
import { callRead } from '@/ui/call-read';
import { DataTable } from '@/ui/data-table/data-table';
import type { DataTableColumn } from '@/ui/data-table/data-table-column';
import { EmptyState } from '@/ui/empty-state';
import { Input } from '@/ui/input';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { usePages, type Page } from '@/ui/use-pages';

const columns: DataTableColumn<ContactDto>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 220,
    pinned: true,
    cell: ({ name }) => <bdi className="truncate font-medium">{name}</bdi>,
  },
  { id: 'role', header: 'Role', width: 110, card: 'aside', cell: ({ role }) => roleLabels[role] },
  {
    id: 'agency',
    header: 'Agency',
    width: 160,
    card: 'line',
    cell: ({ agency }) => agency && <span className="truncate">{agency.name}</span>,
  },
  {
    id: 'email',
    header: 'E-mail',
    width: 280,
    card: 'line',
    cell: ({ emails }) => emails?.[0] && <span className="truncate text-ink-2">{emails[0].address}</span>,
  },
  {
    id: 'creators',
    header: 'Speaks for',
    width: 240,
    grow: true,
    card: 'line',
    cell: ({ creators }) => creators.length > 0 && <span className="truncate text-ink-2">{namesOf(creators)}</span>,
  },
];

interface ContactListProps {
  /** When it grows, the list is read again. */
  revision: number;
  openId: string | null;
  /** The button that begins, for a list with nobody in it. */
  begin: ReactNode;
  onOpen: (id: string) => void;
}

/** Everyone who speaks for a creator, found by name, address or agency. */
export function ContactList({ revision, openId, begin, onOpen }: ContactListProps) {
  const { slug } = useWorkspace();
  const [typed, setTyped] = useQueryState(
    'q',
    parseAsString.withDefault('').withOptions({ limitUrlUpdates: throttle(250) }),
  );
  const q = useDeferredValue(typed.trim());
  const load = useCallback(
    (cursor: string | undefined, signal: AbortSignal) =>
      callRead<Page<ContactDto>>(
        { workspace: slug, name: 'find-contacts', signal },
        { limit: 100, ...(q && { q }), ...(cursor && { cursor }) },
      ),
    [slug, q],
  );
  const pages = usePages({ load, idOf, revision });
  const nobody = (
    <EmptyState
      icon={<Contact />}
      title="Who speaks for your creators"
      description="Managers, lawyers, accountants, assistants: one contact for all the creators they speak for, with what they are written to about."
      action={begin}
    />
  );
  return (
    <>
      <div className="flex shrink-0 border-b border-line bg-surface px-4 py-2 max-sm:px-3">
        <div className="w-72 max-sm:w-full">
          <Input
            type="search"
            aria-label="Find a contact"
            icon={<Search />}
            placeholder="Name, address, agency…"
            value={typed}
            maxLength={255}
            onChange={(event) => void setTyped(event.target.value || null)}
          />
        </div>
      </div>
      {pages.failed && (
        <p role="alert" className="px-5 py-3 text-ink-2">
          The contacts did not load. Reload the page to try again.
        </p>
      )}
      <DataTable
        label="Contacts"
        columns={columns}
        rows={[...pages.items]}
        getRowId={idOf}
        rowLabel={nameOf}
        loading={pages.loading}
        rowHref={({ id }) => `/${slug}/contacts?contact=${id}`}
        onOpenRow={({ id }) => onOpen(id)}
        onActiveRowChange={({ id }) => openId && onOpen(id)}
        currentRowId={openId ?? undefined}
        hasMore={pages.hasMore}
        loadingMore={pages.loadingMore}
        onEndReached={pages.more}
        empty={q ? <EmptyState title="Nobody is called so" description="Try fewer letters." /> : nobody}
        className="min-h-0 flex-1"
      />
    </>
  );
}

const idOf = ({ id }: ContactDto) => id;
const nameOf = ({ name }: ContactDto) => name;

/** The first few names, and how many more there are. */
function namesOf(creators: ContactDto['creators']): string {
  const shown = creators.slice(0, 3).map(({ displayName }) => displayName);
  const more = creators.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
