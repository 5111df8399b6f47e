'use client';

import { parseAsString, parseAsStringLiteral, useQueryState, useQueryStates } from 'nuqs';
import { useEffect, useMemo } from 'react';
import type { InboxFilter } from '@/features/threads/components/inbox/inbox-filter';
import type { MessageDto } from '@/features/threads/schemas/message';
import { callRead } from '@/ui/call-read';
import { notify } from '@/ui/notify';
import { useWorkspace } from '@/ui/shell/workspace-scope';

const views = [
  'mine', 'unassigned', 'waiting_on_us', 'waiting_on_them', 'open', 'following', 'triage', 'automatic', 'snoozed', 'done', 'all',
] as const satisfies InboxFilter['view'][]; // prettier-ignore

const parsers = {
  view: parseAsStringLiteral(views).withDefault('waiting_on_us'),
  channel: parseAsString,
  mailbox: parseAsString,
  tag: parseAsString,
  assignee: parseAsString,
};

/** What the address says of the inbox: which view, and which conversation is open. */
export function useInboxAddress() {
  const [read, write] = useQueryStates(parsers);
  const [threadId, setThread] = useQueryState('thread', parseAsString);
  useMessageOfAddress((id) => void setThread(id, { history: 'replace' }));
  const { view, channel, mailbox, tag, assignee } = read;
  const filter = useMemo(
    (): InboxFilter => ({
      view,
      ...(channel !== null && { channel }),
      ...(mailbox !== null && { mailboxId: mailbox }),
      ...(tag !== null && { tag }),
      ...(assignee !== null && { assigneeId: assignee }),
    }),
    [view, channel, mailbox, tag, assignee],
  );
  return {
    filter,
    setFilter: (next: InboxFilter) =>
      void write({
        view: next.view,
        channel: next.channel ?? null,
        mailbox: next.mailboxId ?? null,
        tag: next.tag ?? null,
        assignee: next.assigneeId ?? null,
      }),
    threadId,
    setThreadId: (id: string | null) =>
      void setThread(id, { history: threadId === null || id === null ? 'push' : 'replace' }),
  };
}

/** A message that somebody was sent to: its conversation is opened in place of it. */
function useMessageOfAddress(onThread: (id: string) => void): void {
  const { slug } = useWorkspace();
  const [message, setMessage] = useQueryState('message', parseAsString);
  useEffect(() => {
    if (message === null) return;
    void setMessage(null);
    callRead<MessageDto>({ workspace: slug, name: 'get-message' }, { id: message }).then(
      ({ threadId }) => onThread(threadId),
      (error: Error) => notify.failed('This message cannot be shown', { description: error.message }),
    );
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each message in the address
  }, [slug, message]);
}
