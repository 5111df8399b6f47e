'use client';

import dynamic from 'next/dynamic';
import { useMemo, useState, type ReactNode } from 'react';
import { creatorColumns, standardSort } from '@/features/creators/components/list/creator-columns';
import { ListToolbar } from '@/features/creators/components/list/list-toolbar';
import {
  useCreatorRows,
  useCreatorTotal,
  type CreatorRows,
} from '@/features/creators/components/list/use-creator-rows';
import {
  useChangeListQuery,
  type ListQuery,
  type ListQueryChange,
} from '@/features/creators/components/list/use-list-query';
import type { FilterGroup } from '@/features/creators/model/filter';
import type { CreatorPage, CreatorRow } from '@/features/creators/schemas/creator-list';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import type { Segment } from '@/features/creators/schemas/segment';
import { Button } from '@/ui/button';
import { Callout } from '@/ui/callout';
import { cn } from '@/ui/cn';
import { DataTable } from '@/ui/data-table/data-table';
import type { DataTableColumn, TableTotal } from '@/ui/data-table/data-table-column';
import { emptySelection, type RowSelection } from '@/ui/data-table/row-selection';
import { useColumnChoice } from '@/ui/data-table/use-column-choice';
import { formatSort, parseSort } from '@/ui/data-table/table-sort';
import { useFormat } from '@/ui/locale-provider';
import { useWorkspace } from '@/ui/shell/workspace-scope';

const BulkActions = dynamic(
  () => import('@/features/creators/components/list/bulk-actions').then((module) => module.BulkActions),
  { ssr: false },
);
const FilterSheet = dynamic(
  () => import('@/features/creators/components/filter/filter-sheet').then((module) => module.FilterSheet),
  { ssr: false },
);

export interface CreatorListProps {
  query: ListQuery;
  firstPage: CreatorPage;
  vocabulary: CreatorVocabulary;
  segments: Segment[];
  /** What of the address could not be read. */
  problem: string | null;
  openId: string | null;
  onOpen: (row: CreatorRow) => void;
  /** For a list with nobody in it. */
  beginning: ReactNode;
}

/** The table of creators with its search, filter, segments, columns and what can be done with many at once. */
export function CreatorList(props: CreatorListProps) {
  const { query, firstPage, vocabulary, segments, problem } = props;
  const { slug } = useWorkspace();
  const { pending, change } = useChangeListQuery();
  const rows = useCreatorRows(slug, query, firstPage);
  const total = useCreatorTotal(slug, query, firstPage);
  const columns = useMemo(() => creatorColumns(vocabulary.customFields), [vocabulary.customFields]);
  const choice = useColumnChoice('creators', columns);
  const [filtering, setFiltering] = useState(false);
  const segment = segments.find(({ id }) => id === query.segment) ?? null;
  const filter = query.filter ?? segment?.filter ?? null;
  const applyFilter = (next: FilterGroup | null) => change({ filter: next, ...(next === null && { segment: null }) });
  return (
    <>
      <ListToolbar
        query={query}
        filter={filter}
        segment={segment}
        segments={segments}
        vocabulary={vocabulary}
        columns={columns}
        choice={choice}
        total={total}
        pending={pending}
        filtering={filtering}
        onFiltering={setFiltering}
        onFilter={applyFilter}
        onChange={change}
      />
      <ListNotes problems={[...(problem ? [problem] : []), ...(firstPage.problems ?? [])]} rows={rows} />
      <CreatorTable
        {...props}
        key={JSON.stringify(query)}
        rows={rows}
        total={total}
        columns={columns}
        visible={choice.visible}
        pending={pending}
        onChange={change}
      />
      {filtering && (
        <FilterSheet
          key={query.segment}
          filter={filter}
          vocabulary={vocabulary}
          total={total}
          onFilter={applyFilter}
          onClose={() => setFiltering(false)}
        />
      )}
    </>
  );
}

interface CreatorTableProps extends CreatorListProps {
  rows: CreatorRows;
  total: TableTotal | undefined;
  columns: readonly DataTableColumn<CreatorRow>[];
  visible: readonly string[];
  pending: boolean;
  onChange: (change: ListQueryChange) => void;
}

/** The rows of one question: another question begins another table, with nothing ticked. */
function CreatorTable({ rows, total, columns, visible, pending, onChange, ...props }: CreatorTableProps) {
  const { query, vocabulary, openId, onOpen, beginning } = props;
  const { slug, can } = useWorkspace();
  const [selection, setSelection] = useState<RowSelection>(emptySelection);
  const bulk = can('creator.update') || can('creator.export');
  return (
    <DataTable
      label="Creators"
      columns={columns}
      rows={rows.rows}
      getRowId={idOf}
      rowLabel={nameOf}
      total={total}
      visibleColumns={visible}
      sort={parseSort(query.sort) ?? (query.q ? undefined : standardSort)}
      onSortChange={(sort) => onChange({ sort: formatSort(sort) === formatSort(standardSort) ? null : sort })}
      {...(bulk && { selection, onSelectionChange: setSelection })}
      bulkActions={
        <BulkActions
          query={query}
          selection={selection}
          total={total}
          vocabulary={vocabulary}
          patch={rows.patch}
          onDone={() => setSelection(emptySelection)}
        />
      }
      rowHref={(row) => `/${slug}/creators/${row.id}`}
      onOpenRow={onOpen}
      onActiveRowChange={(row) => openId && onOpen(row)}
      currentRowId={openId ?? undefined}
      hasMore={rows.hasMore}
      loadingMore={rows.loadingMore}
      onEndReached={rows.loadMore}
      empty={isNarrowed(query) ? <NothingMatches onClear={() => onChange(everything)} /> : beginning}
      className={cn('min-h-0 flex-1 transition-opacity', pending && 'opacity-60')}
    />
  );
}

const idOf = (row: CreatorRow) => row.id;
const nameOf = (row: CreatorRow) => row.displayName;
const everything = { q: null, filter: null, segment: null };

function isNarrowed({ q, filter, segment }: ListQuery): boolean {
  return Boolean(q ?? filter ?? segment);
}

function NothingMatches({ onClear }: { onClear: () => void }) {
  const format = useFormat();
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-16 text-center">
      <h2 className="text-lg font-semibold">{format.number(0)} creators match</h2>
      <p className="text-ink-2">Everyone is still here: loosen the filter or the words.</p>
      <Button className="mt-3" onClick={onClear}>
        Show all creators
      </Button>
    </div>
  );
}

function ListNotes({ problems, rows }: { problems: string[]; rows: { failed: boolean; loadMore: () => void } }) {
  if (problems.length === 0 && !rows.failed) return null;
  return (
    <div className="flex flex-col gap-2 border-b border-line px-4 py-2">
      {problems.map((text) => (
        <Callout key={text} tone="attention">
          {text}
        </Callout>
      ))}
      {rows.failed && (
        <Callout tone="late" urgent action={<Button onClick={rows.loadMore}>Try again</Button>}>
          The next rows could not be loaded. Those you see are right.
        </Callout>
      )}
    </div>
  );
}
