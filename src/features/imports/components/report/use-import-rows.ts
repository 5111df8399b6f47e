'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Page } from '@/features/imports/components/page';
import type { ImportRow, Outcome } from '@/features/imports/schemas/import';
import { callRead } from '@/ui/call-read';

export interface ImportRows {
  rows: ImportRow[];
  loading: boolean;
  loadingMore: boolean;
  hasMore: boolean;
  failed: boolean;
  loadMore: () => void;
}

export interface RowQuery {
  workspace: string;
  id: string;
  outcome: Outcome | null;
}

interface Loaded {
  rows: ImportRow[];
  /** `undefined` before the first page. */
  cursor: string | null | undefined;
}

const pageRows = 200;
const nothing: Loaded = { rows: [], cursor: undefined };

/** The rows of an import with one outcome, or all, a page at a time. Give the component a `key` per query. */
export function useImportRows({ workspace, id, outcome }: RowQuery): ImportRows {
  const [{ rows, cursor }, setLoaded] = useState(nothing);
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('loading');
  const asking = useRef(false);
  const loadMore = useCallback(() => {
    if (asking.current || cursor === null) return;
    asking.current = true;
    setState('loading');
    callRead<Page<ImportRow>>(
      { workspace, name: 'find-import-rows' },
      { id, limit: pageRows, ...(outcome && { outcome }), ...(cursor && { cursor }) },
    )
      .then(
        (page) => {
          setLoaded((before) => ({ rows: [...before.rows, ...page.data], cursor: page.nextCursor }));
          setState('idle');
        },
        () => setState('failed'),
      )
      .finally(() => {
        asking.current = false;
      });
  }, [workspace, id, outcome, cursor]);
  const first = cursor === undefined;
  useEffect(() => {
    if (first) queueMicrotask(loadMore);
  }, [first, loadMore]);
  return {
    rows,
    loading: first && state !== 'failed',
    loadingMore: state === 'loading',
    hasMore: cursor !== null && state !== 'failed',
    failed: state === 'failed',
    loadMore,
  };
}
