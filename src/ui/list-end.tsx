'use client';

import { useEffect, useRef } from 'react';
import { Button } from './button';
import { Spinner } from './spinner';
import { uiTexts } from './ui-texts';

interface ListEndProps {
  hasMore: boolean;
  loading: boolean;
  failed: boolean;
  onReached: () => void;
  onRetry: () => void;
}

/** The end of a list that goes on: asks for more as it comes near; failed, a button does. */
export function ListEnd({ hasMore, loading, failed, onReached, onRetry }: ListEndProps) {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = mark.current;
    if (!element || !hasMore || failed) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && onReached(),
      {
        rootMargin: '400px',
      },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [hasMore, failed, onReached]);
  if (failed) {
    return (
      <p role="alert" className="flex items-center gap-3 py-3 text-ink-2">
        {uiTexts.listFailed}
        <Button onClick={onRetry}>{uiTexts.tryAgain}</Button>
      </p>
    );
  }
  if (!hasMore && !loading) return null;
  return (
    <div ref={mark} className="flex h-10 items-center justify-center text-ink-3" aria-busy={loading}>
      {loading && <Spinner />}
      <span className="sr-only">{loading ? uiTexts.loading : ''}</span>
    </div>
  );
}
