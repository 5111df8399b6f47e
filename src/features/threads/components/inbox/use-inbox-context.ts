'use client';

import { useCallback, useEffect, useState } from 'react';
import type { InboxViewDto } from '@/features/threads/schemas/find-threads';
import type { MailboxDto } from '@/features/threads/schemas/mailbox';
import type { ThreadCounts } from '@/features/threads/schemas/thread';
import { callRead } from '@/ui/call-read';
import { useLive } from '@/ui/live/live-provider';
import { useWorkspace } from '@/ui/shell/workspace-scope';

/** What stands around the list: how much is in each view, the mailboxes, the saved views. */
export function useInboxContext(revision: number) {
  const { slug } = useWorkspace();
  const [counts, setCounts] = useState<ThreadCounts | null>(null);
  const [mailboxes, setMailboxes] = useState<MailboxDto[]>([]);
  const [views, setViews] = useState<InboxViewDto[]>([]);
  const count = useCallback(
    () => void callRead<ThreadCounts>({ workspace: slug, name: 'count-threads' }).then(setCounts, () => undefined),
    [slug],
  );
  const readViews = useCallback(
    () => callRead<InboxViewDto[]>({ workspace: slug, name: 'find-inbox-views' }).then(setViews, () => undefined),
    [slug],
  );
  useEffect(count, [count, revision]);
  useEffect(() => {
    void readViews();
    void callRead<MailboxDto[]>({ workspace: slug, name: 'find-mailboxes' }).then(setMailboxes, () => undefined);
  }, [slug, readViews]);
  useLive([{ type: 'inboxView' }], () => void readViews());
  return { counts, mailboxes, views, readViews };
}
