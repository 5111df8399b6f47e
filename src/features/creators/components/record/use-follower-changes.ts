'use client';

import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { useRecord } from '@/features/creators/components/record/record-scope';
import { followerChange, type FollowerChange } from '@/features/creators/model/follower-change';
import type { handleHistorySchema } from '@/features/creators/schemas/handle-history';
import { callRead } from '@/ui/call-read';
import { useWorkspace } from '@/ui/shell/workspace-scope';

export type HandleHistory = z.output<typeof handleHistorySchema>;

/** How the followers of each handle changed; read after the record is drawn, and only where numbers were reported twice. */
export function useFollowerChanges(): ReadonlyMap<string, FollowerChange> {
  const { slug } = useWorkspace();
  const { record, revision } = useRecord();
  const [changes, setChanges] = useState<ReadonlyMap<string, FollowerChange>>(new Map());
  const { id } = record;
  const reported = record.handles.some(({ historyCount }) => historyCount > 1);
  useEffect(() => {
    if (!reported) return;
    const giveUp = new AbortController();
    callRead<HandleHistory[]>({ workspace: slug, name: 'find-handles', signal: giveUp.signal }, { creatorId: id }).then(
      (handles) => setChanges(new Map(handles.flatMap(changeOf))),
      () => undefined,
    );
    return () => giveUp.abort();
  }, [slug, id, reported, revision]);
  return changes;
}

function changeOf({ id, history }: HandleHistory): [string, FollowerChange][] {
  const change = followerChange(history);
  return change ? [[id, change]] : [];
}
