'use client';

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { markThreadsRead } from '@/features/threads/thread-actions';
import type { MessageDto } from '@/features/threads/schemas/message';
import type { ThreadWithMessages } from '@/features/threads/schemas/thread';
import { callRead, ReadError } from '@/ui/call-read';
import { useLive } from '@/ui/live/live-provider';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import type { Page } from '@/ui/use-pages';

interface Read {
  thread: ThreadWithMessages | null;
  problem: string | null;
}

/** One conversation, followed while it is open: read when it is opened, and as new messages come. */
export function useThread(id: string, onRead: () => void) {
  const { slug } = useWorkspace();
  const [read, setRead] = useState<Read>({ thread: null, problem: null });
  const refresh = useCallback(
    () =>
      callRead<ThreadWithMessages>({ workspace: slug, name: 'get-thread' }, { id }).then(
        (thread) => setRead({ thread, problem: null }),
        (error: unknown) => {
          if (error instanceof ReadError) setRead({ thread: null, problem: error.message });
        },
      ),
    [slug, id],
  );
  const readFirst = useEffectEvent(() => void refresh());
  useEffect(() => readFirst(), [slug, id]);
  useLive([{ type: 'thread', id }, { type: 'message' }], () => void refresh());
  useReading(read.thread, onRead);
  const older = useOlder(read.thread);
  const messages = oldestFirst(read.thread?.messages.data ?? [], older.messages);
  return { ...read, ...older, messages, refresh };
}

/** What is open and seen is read. */
function useReading(thread: ThreadWithMessages | null, onRead: () => void): void {
  const { slug } = useWorkspace();
  const seen = useRef('');
  const markRead = useEffectEvent((id: string) => {
    void markThreadsRead(slug, { ids: [id], read: true }).then(onRead, () => undefined);
  });
  useEffect(() => {
    if (!thread?.unread || document.visibilityState !== 'visible') return;
    const what = `${thread.id} ${thread.lastMessageAt}`;
    if (seen.current === what) return;
    seen.current = what;
    markRead(thread.id);
  }, [thread]);
}

/** What lies before the newest page, page by page. */
function useOlder(thread: ThreadWithMessages | null) {
  const { slug } = useWorkspace();
  const [page, setPage] = useState<Page<MessageDto> | null>(null);
  const cursor = page ? page.nextCursor : (thread?.messages.nextCursor ?? null);
  const readOlder = async () => {
    const next = await callRead<Page<MessageDto>>(
      { workspace: slug, name: 'find-messages' },
      { threadId: thread?.id, limit: 50, cursor },
    );
    setPage({ data: [...(page?.data ?? []), ...next.data], nextCursor: next.nextCursor });
  };
  return { messages: page?.data ?? [], hasOlder: cursor !== null, readOlder };
}

function oldestFirst(newest: readonly MessageDto[], older: readonly MessageDto[]): MessageDto[] {
  const all = new Map([...newest, ...older].map((message) => [message.id, message]));
  return [...all.values()].sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id));
}
