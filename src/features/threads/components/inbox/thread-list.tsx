'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import { nameOfThread } from '@/features/threads/components/inbox/inbox-filter';
import { ThreadRow } from '@/features/threads/components/inbox/thread-row';
import type { ThreadDto } from '@/features/threads/schemas/thread';
import { Skeleton } from '@/ui/skeleton';
import { useShortcut } from '@/ui/use-shortcut';

interface ThreadListProps {
  threads: readonly ThreadDto[];
  loading: boolean;
  hasMore: boolean;
  onMore: () => void;
  currentId: string | null;
  activeIndex: number;
  onActive: (index: number) => void;
  onOpen: (thread: ThreadDto) => void;
  selected: ReadonlySet<string>;
  onSelect: (id: string, selected: boolean) => void;
  /** Shown when there is nothing. */
  empty: ReactNode;
}

const rowHeight = 86;

/** The conversations of a view; only those in sight exist. `j` and `k` go on, Enter opens, `x` chooses. */
export function ThreadList(props: ThreadListProps) {
  const { threads, loading, hasMore, onMore, currentId, activeIndex, onActive, onOpen, selected, onSelect } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: threads.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => threads[index]?.id ?? index,
  });
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && lastShown >= threads.length - 15) onMore();
  }, [hasMore, lastShown, threads.length, onMore]);
  const go = (step: number) => {
    const next = Math.min(Math.max(activeIndex + step, 0), threads.length - 1);
    const thread = threads[next];
    if (!thread) return;
    onActive(next);
    virtual.scrollToIndex(next);
    if (currentId !== null) onOpen(thread);
  };
  const active = threads[activeIndex];
  const group = 'Inbox';
  useShortcut('j', 'Next conversation', { group, handler: () => go(1) });
  useShortcut('k', 'Conversation before', { group, handler: () => go(-1) });
  useShortcut('Enter', 'Open the conversation', { group, handler: () => active && onOpen(active), enabled: !!active });
  useShortcut('x', 'Choose the conversation', {
    group,
    handler: () => active && onSelect(active.id, !selected.has(active.id)),
    enabled: !!active,
  });
  if (loading) return <ListSkeleton />;
  if (threads.length === 0) return <div className="min-h-0 flex-1 overflow-y-auto">{props.empty}</div>;
  return (
    <div
      ref={scroller}
      role="list"
      aria-label="Conversations"
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain focus-visible:-outline-offset-2"
    >
      <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const thread = threads[item.index];
          if (!thread) return null;
          return (
            <div
              key={item.key}
              role="listitem"
              aria-label={nameOfThread(thread)}
              className="absolute inset-x-0 top-0"
              style={{ height: rowHeight, transform: `translateY(${item.start}px)` }}
            >
              <ThreadRow
                thread={thread}
                current={thread.id === currentId}
                active={item.index === activeIndex}
                selected={selected.has(thread.id)}
                selecting={selected.size > 0}
                onOpen={() => {
                  onActive(item.index);
                  onOpen(thread);
                }}
                onSelect={(on) => onSelect(thread.id, on)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function ListSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col">
      {Array.from({ length: 7 }, (_, index) => (
        <div key={index} className="flex gap-2.5 border-b border-line px-3.5 py-3">
          <Skeleton className="size-7 rounded-full" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="w-1/2" />
            <Skeleton className="w-5/6" />
          </div>
        </div>
      ))}
    </div>
  );
}
