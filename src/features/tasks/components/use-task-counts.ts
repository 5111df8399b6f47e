'use client';

import { useEffect, useState } from 'react';
import type { TaskCounts } from '@/features/tasks/schemas/count-tasks';
import { callRead } from '@/ui/call-read';
import { useLive } from '@/ui/live/live-provider';

/** How much there is to do, followed as it changes; null until it is counted. */
export function useTaskCounts(slug: string, enabled: boolean): TaskCounts | null {
  const [counts, setCounts] = useState<TaskCounts | null>(null);
  const [revision, setRevision] = useState(0);
  useLive([{ type: 'task' }], () => setRevision((count) => count + 1));
  useEffect(() => {
    if (!enabled) return;
    const giveUp = new AbortController();
    callRead<TaskCounts>({ workspace: slug, name: 'count-tasks', signal: giveUp.signal }).then(
      setCounts,
      () => undefined,
    );
    return () => giveUp.abort();
  }, [slug, enabled, revision]);
  return counts;
}
