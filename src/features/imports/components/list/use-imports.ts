'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Page } from '@/features/imports/components/page';
import type { ImportSummary } from '@/features/imports/schemas/import';
import { callRead } from '@/ui/call-read';

export interface Imports {
  rows: ImportSummary[];
  hasMore: boolean;
  loadingMore: boolean;
  loadMore: () => void;
}

const restMs = 3000;

/** The imports, newest first; those that run are read again while they do. */
export function useImports(workspace: string, first: Page<ImportSummary>): Imports {
  const [page, setPage] = useState(first);
  const [loadingMore, setLoadingMore] = useState(false);
  const running = page.data.some(({ state }) => state === 'running');

  useEffect(() => {
    if (!running) return;
    const giveUp = new AbortController();
    const timer = setInterval(() => {
      callRead<Page<ImportSummary>>({ workspace, name: 'find-imports', signal: giveUp.signal }).then(
        (fresh) => setPage((before) => ({ ...before, data: mergeRows(before.data, fresh.data) })),
        // The next tick asks again.
        () => undefined,
      );
    }, restMs);
    return () => {
      clearInterval(timer);
      giveUp.abort();
    };
  }, [workspace, running]);

  const { nextCursor } = page;
  const loadMore = useCallback(() => {
    if (!nextCursor) return;
    setLoadingMore(true);
    callRead<Page<ImportSummary>>({ workspace, name: 'find-imports' }, { cursor: nextCursor })
      .then(
        (next) => setPage((before) => ({ data: [...before.data, ...next.data], nextCursor: next.nextCursor })),
        () => undefined,
      )
      .finally(() => setLoadingMore(false));
  }, [workspace, nextCursor]);
  return { rows: page.data, hasMore: nextCursor !== null, loadingMore, loadMore };
}

function mergeRows(before: ImportSummary[], fresh: ImportSummary[]): ImportSummary[] {
  const read = new Set(fresh.map(({ id }) => id));
  return [...fresh, ...before.filter(({ id }) => !read.has(id))];
}
