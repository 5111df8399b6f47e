'use client';

import { ListFilter, Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { FilterChips } from '@/features/creators/components/filter/filter-chips';
import { SegmentMenu } from '@/features/creators/components/list/segment-menu';
import type { ListQuery, ListQueryChange } from '@/features/creators/components/list/use-list-query';
import { countConditions, type FilterGroup } from '@/features/creators/model/filter';
import type { CreatorRow } from '@/features/creators/schemas/creator-list';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import type { Segment } from '@/features/creators/schemas/segment';
import { Button } from '@/ui/button';
import { ColumnPicker } from '@/ui/data-table/column-picker';
import type { DataTableColumn, TableTotal } from '@/ui/data-table/data-table-column';
import type { ColumnChoice } from '@/ui/data-table/use-column-choice';
import { Input } from '@/ui/input';
import { useFormat } from '@/ui/locale-provider';
import { Spinner } from '@/ui/spinner';
import { useShortcut } from '@/ui/use-shortcut';

interface ListToolbarProps {
  query: ListQuery;
  filter: FilterGroup | null;
  segment: Segment | null;
  segments: Segment[];
  vocabulary: CreatorVocabulary;
  columns: readonly DataTableColumn<CreatorRow>[];
  choice: ColumnChoice;
  total: TableTotal | undefined;
  pending: boolean;
  filtering: boolean;
  onFiltering: (filtering: boolean) => void;
  onFilter: (filter: FilterGroup | null) => void;
  onChange: (change: ListQueryChange) => void;
}

/** The bar above the table: words, filter, how many, which columns. */
export function ListToolbar(props: ListToolbarProps) {
  const { query, filter, filtering, onFiltering, total } = props;
  const format = useFormat();
  useShortcut('f', 'Filter', { handler: () => onFiltering(!filtering), group: 'Creators' });
  const conditions = filter ? countConditions(filter) : 0;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line bg-surface px-4 py-2 max-sm:px-3">
      <SearchField key={query.segment} value={query.q ?? ''} onSearch={(q) => props.onChange({ q })} />
      <Button
        variant={conditions > 0 ? 'default' : 'quiet'}
        icon={<ListFilter />}
        aria-expanded={filtering}
        aria-keyshortcuts="f"
        onClick={() => onFiltering(!filtering)}
      >
        <span className="max-sm:sr-only">Filter</span>
        {conditions > 0 && <span className="num text-ink-3">{conditions}</span>}
      </Button>
      <FilterChips
        filter={filter}
        vocabulary={props.vocabulary}
        onOpen={() => onFiltering(true)}
        onFilter={props.onFilter}
      />
      <div className="ml-auto flex items-center gap-1 max-sm:contents">
        <span
          className="num flex items-center gap-2 px-1 text-sm text-ink-3 max-sm:order-last max-sm:w-full"
          aria-live="polite"
        >
          {props.pending && <Spinner />}
          {total ? `${format.total(total)} ${total.count === 1 ? 'creator' : 'creators'}` : ''}
        </span>
        <SegmentMenu {...props} />
        <span className="max-sm:hidden">
          <ColumnPicker columns={props.columns} choice={props.choice} />
        </span>
      </div>
    </div>
  );
}

const restMs = 250;

/** Searches once the typing rests. What is typed stays, whatever comes back when. */
function SearchField({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (seen !== value) {
    setSeen(value);
    if (value === '') setText('');
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  useShortcut('/', 'Search creators', { handler: () => field.current?.focus(), group: 'Creators' });
  const search = (next: string, waitMs: number) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(next.trim()), waitMs);
  };
  return (
    <div className="w-64 max-sm:min-w-40 max-sm:flex-1">
      <Input
        ref={field}
        type="search"
        role="searchbox"
        aria-label="Search creators"
        aria-keyshortcuts="/"
        placeholder="Name, handle, mail, note…"
        icon={<Search />}
        value={text}
        maxLength={200}
        onChange={(event) => search(event.target.value, restMs)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') search(text, 0);
          if (event.key === 'Escape') search('', 0);
        }}
      />
    </div>
  );
}
