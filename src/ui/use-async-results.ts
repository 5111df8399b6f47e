'use client';

import { useEffect, useState } from 'react';

export interface AsyncResults<T> {
  results: readonly T[];
  loading: boolean;
  failed: boolean;
}

const waitMs = 120;

/**
 * What `load` finds for a text that is being typed: asked for once the typing rests, late answers of earlier
 * texts are dropped, and the last results stay until the next ones are there, so that nothing flickers.
 */
export function useAsyncResults<T>(query: string, load?: (query: string) => Promise<readonly T[]>): AsyncResults<T> {
  const [answer, setAnswer] = useState<{ query: string | null; results: readonly T[]; failed: boolean }>({
    query: null,
    results: [],
    failed: false,
  });
  useEffect(() => {
    if (!load) return;
    let current = true;
    const timer = setTimeout(() => {
      load(query).then(
        (results) => current && setAnswer({ query, results, failed: false }),
        () => current && setAnswer({ query, results: [], failed: true }),
      );
    }, waitMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query, load]);
  return { results: answer.results, loading: Boolean(load) && answer.query !== query, failed: answer.failed };
}
