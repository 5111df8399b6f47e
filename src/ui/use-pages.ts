'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

export interface Pages<T> {
  items: readonly T[];
  /** The first page is not there yet. */
  loading: boolean;
  loadingMore: boolean;
  /** The last attempt failed; `more` or `again` tries once more. */
  failed: boolean;
  hasMore: boolean;
  more: () => void;
  /** Reads the first page again; what lies behind it stays. */
  again: () => void;
}

interface State<T> {
  load: unknown;
  items: readonly T[];
  cursor: string | null;
  status: 'loading' | 'idle' | 'more' | 'failed';
}

export interface PagesInput<T> {
  /** Reads a page. Keep it stable: another one begins a new list. */
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>;
  idOf: (item: T) => string;
  /** When it changes, the first page is read again. */
  revision?: number;
}

/** A list that is read page by page as one goes on. */
export function usePages<T>({ load, idOf, revision = 0 }: PagesInput<T>): Pages<T> {
  const begin: State<T> = { load, items: [], cursor: null, status: 'loading' };
  const [kept, setState] = useState<State<T>>(begin);
  const [attempt, setAttempt] = useState(0);
  const state = kept.load === load ? kept : begin;
  const asking = useRef(false);

  useEffect(() => {
    const giveUp = new AbortController();
    load(undefined, giveUp.signal).then(
      (page) => setState((current) => withFirst(current.load === load ? current : begin, { page, idOf })),
      () => {
        if (!giveUp.signal.aborted) {
          setState((current) => ({ ...(current.load === load ? current : { ...begin, load }), status: 'failed' }));
        }
      },
    );
    return () => giveUp.abort();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- idOf and the empty beginning do not decide what is read
  }, [load, revision, attempt]);

  const { cursor } = state;
  const more = useCallback(() => {
    if (asking.current || cursor === null) return;
    asking.current = true;
    setState((current) => ({ ...current, status: 'more' }));
    load(cursor, new AbortController().signal)
      .then(
        (page) => setState((current) => (current.load === load ? append(current, { page, idOf }) : current)),
        () => setState((current) => ({ ...current, status: 'failed' })),
      )
      .finally(() => {
        asking.current = false;
      });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- idOf does not decide what is read
  }, [load, cursor]);

  return {
    items: state.items,
    loading: state.status === 'loading',
    loadingMore: state.status === 'more',
    failed: state.status === 'failed',
    hasMore: cursor !== null,
    more,
    again: useCallback(() => setAttempt((count) => count + 1), []),
  };
}

interface Arrival<T> {
  page: Page<T>;
  idOf: (item: T) => string;
}

/** The fresh first page, and behind it what was loaded of the next ones but has not moved up into it. */
function withFirst<T>(state: State<T>, { page, idOf }: Arrival<T>): State<T> {
  const last = page.data.at(-1);
  const place = last ? state.items.findIndex((item) => idOf(item) === idOf(last)) : -1;
  const fresh = new Set(page.data.map(idOf));
  const behind = place >= 0 && page.nextCursor !== null ? state.items.slice(place + 1) : [];
  const rest = behind.filter((item) => !fresh.has(idOf(item)));
  return {
    ...state,
    items: [...page.data, ...rest],
    cursor: rest.length > 0 ? state.cursor : page.nextCursor,
    status: 'idle',
  };
}

function append<T>(state: State<T>, { page, idOf }: Arrival<T>): State<T> {
  const known = new Set(state.items.map(idOf));
  const items = [...state.items, ...page.data.filter((item) => !known.has(idOf(item)))];
  return { ...state, items, cursor: page.nextCursor, status: 'idle' };
}
