'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { toReadInput, type ListQuery } from '@/features/creators/components/list/use-list-query';
import type { CreatorCount, CreatorPage, CreatorRow } from '@/features/creators/schemas/creator-list';
import { callRead } from '@/ui/call-read';
import { useLive } from '@/ui/live/live-provider';
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
/** What one read can bring. */
const mostRefreshed = 200;
/** What a row shows follows from these. */
const listTopics = [{ type: 'creator' }, { type: 'handle' }, { type: 'message' }];

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

  useFreshRows({ workspace, query, rows: loaded.rows }, (data) =>
    setLoaded((current) => (current.first === first ? refreshed(current, data) : current)),
  );

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

interface ShownRows {
  workspace: string;
  query: ListQuery;
  rows: readonly CreatorRow[];
}

/** Reads the rows again when someone changed one of them. */
function useFreshRows({ workspace, query, rows }: ShownRows, onFresh: (rows: CreatorRow[]) => void): void {
  useLive(listTopics, (news) => {
    const isShown = (id: string | null) => rows.some((row) => row.id === id);
    if (news !== 'all' && !news.some(({ id, creatorId }) => isShown(id) || isShown(creatorId))) return;
    const limit = Math.min(Math.max(rows.length, 1), mostRefreshed);
    callRead<CreatorPage>({ workspace, name: 'find-creators' }, { ...toReadInput(query), limit }).then(
      ({ data }) => onFresh(data),
      () => undefined,
    );
  });
}

/** Rows stay where one looks at them; only what they say is new. */
function refreshed(current: Loaded, fresh: readonly CreatorRow[]): Loaded {
  const byId = new Map(fresh.map((row) => [row.id, row]));
  return { ...current, rows: current.rows.map((row) => byId.get(row.id) ?? row) };
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
