'use client';

import { useEffect, useState } from 'react';
import type { CreatorCount } from '@/features/creators/schemas/creator-list';
import { callRead } from '@/ui/call-read';
import { useFormat } from '@/ui/locale-provider';
import { useWorkspace } from '@/ui/shell/workspace-scope';

/** How many a segment holds now. */
export function SegmentCount({ id }: { id: string }) {
  const { slug } = useWorkspace();
  const format = useFormat();
  const [count, setCount] = useState<CreatorCount | null>(null);
  useEffect(() => {
    const giveUp = new AbortController();
    callRead<CreatorCount>({ workspace: slug, name: 'count-creators', signal: giveUp.signal }, { segment: id }).then(
      setCount,
      () => undefined,
    );
    return () => giveUp.abort();
  }, [slug, id]);
  return (
    <span className="num min-w-8 text-right text-ink-3">
      {count && format.total({ count: count.value, exact: !count.more })}
    </span>
  );
}
