'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { toReadInput, type ListQuery } from '@/features/creators/components/list/use-list-query';
import type { CreatorCount, CreatorPage, CreatorRow } from '@/features/creators/schemas/creator-list';
import { callRead } from '@/ui/call-read';
import type { TableTotal } from '@/ui/data-table/data-table-column';

export interface CreatorRows {
  rows: CreatorRow[];
  hasMore: boolean;
  loadingMore: boolean;
  /** The next page did not come; `loadMore` tries again. */
  failed: boolean;
  loadMore: () => void;
  /** Shows a change at once; answers how to take it back. */
  patch: (ids: ReadonlySet<string> | 'all', change: (row: CreatorRow) => CreatorRow) => () => void;
}

interface Loaded {
  first: CreatorPage;
  rows: CreatorRow[];
  cursor: string | null;
}

const pageRows = 100;

/** The first page of the server and, as one scrolls, those after it. A new first page begins again. */
export function useCreatorRows(workspace: string, query: ListQuery, first: CreatorPage): CreatorRows {
  const [loaded, setLoaded] = useState<Loaded>(() => begin(first));
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const asking = useRef(false);
  if (loaded.first !== first) setLoaded(begin(first));

  const { cursor } = loaded;
  const loadMore = useCallback(() => {
    if (asking.current || cursor === null) return;
    asking.current = true;
    setState('loading');
    callRead<CreatorPage>({ workspace, name: 'find-creators' }, { ...toReadInput(query), limit: pageRows, cursor })
      .then(
        (page) => {
          setLoaded((current) => (current.first === first ? append(current, page) : current));
          setState('idle');
        },
        () => setState('failed'),
      )
      .finally(() => {
        asking.current = false;
      });
  }, [workspace, query, cursor, first]);

  const patch = useCallback<CreatorRows['patch']>((ids, change) => {
    let before: CreatorRow[] = [];
    setLoaded((current) => {
      before = current.rows;
      return { ...current, rows: current.rows.map((row) => (ids === 'all' || ids.has(row.id) ? change(row) : row)) };
    });
    return () => setLoaded((current) => ({ ...current, rows: before }));
  }, []);

  return {
    rows: loaded.rows,
    hasMore: cursor !== null && state !== 'failed',
    loadingMore: state === 'loading',
    failed: state === 'failed',
    loadMore,
    patch,
  };
}

function begin(first: CreatorPage): Loaded {
  return { first, rows: first.data, cursor: first.nextCursor };
}

function append(current: Loaded, page: CreatorPage): Loaded {
  const known = new Set(current.rows.map((row) => row.id));
  return {
    ...current,
    rows: [...current.rows, ...page.data.filter((row) => !known.has(row.id))],
    cursor: page.nextCursor,
  };
}

/** How many match: counted apart, so that the rows never wait for it. */
export function useCreatorTotal(workspace: string, query: ListQuery, first: CreatorPage): TableTotal | undefined {
  const [answer, setAnswer] = useState<{ first: CreatorPage; total: TableTotal } | null>(null);
  const whole = first.nextCursor === null;
  useEffect(() => {
    if (whole) return;
    const giveUp = new AbortController();
    const { sort: _sort, ...selection } = toReadInput(query);
    callRead<CreatorCount>({ workspace, name: 'count-creators', signal: giveUp.signal }, selection).then(
      ({ value, more }) => setAnswer({ first, total: { count: value, exact: !more } }),
      () => undefined,
    );
    return () => giveUp.abort();
  }, [workspace, query, first, whole]);
  if (whole) return { count: first.data.length, exact: true };
  return answer?.first === first ? answer.total : undefined;
}
