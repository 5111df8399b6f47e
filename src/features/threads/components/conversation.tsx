'use client';

import { Send } from 'lucide-react';
import { useCallback } from 'react';
import { MessageCard } from '@/features/threads/components/message-card';
import type { MessageDto } from '@/features/threads/schemas/message';
import { Button } from '@/ui/button';
import { callRead } from '@/ui/call-read';
import { EmptyState } from '@/ui/empty-state';
import { ListEnd } from '@/ui/list-end';
import { Skeleton } from '@/ui/skeleton';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { usePages, type Page } from '@/ui/use-pages';

interface ConversationProps {
  creatorId: string;
  revision: number;
  /** Begins a message; absent where none may be written. */
  onWrite?: () => void;
  onChanged: () => void;
}

const idOf = (message: MessageDto) => message.id;

/** Everything that was written with a creator, newest first. */
export function Conversation({ creatorId, revision, onWrite, onChanged }: ConversationProps) {
  const { slug } = useWorkspace();
  const load = useCallback(
    (cursor: string | undefined, signal: AbortSignal) =>
      callRead<Page<MessageDto>>(
        { workspace: slug, name: 'find-messages', signal },
        { creatorId, limit: 20, ...(cursor && { cursor }) },
      ),
    [slug, creatorId],
  );
  const pages = usePages({ load, idOf, revision });
  if (pages.loading) return <Skeleton className="m-5 h-32 rounded-lg" />;
  if (!pages.failed && pages.items.length === 0) {
    return (
      <EmptyState
        icon={<Send />}
        title="Nothing was written yet"
        description="Every message stands here with its state, from the first hello on."
        action={
          onWrite && (
            <Button variant="primary" icon={<Send />} onClick={onWrite}>
              Write the first
            </Button>
          )
        }
      />
    );
  }
  return (
    <div className="flex min-h-full flex-col gap-3 bg-bg px-5 py-4 max-sm:px-3">
      {pages.items.map((message) => (
        <MessageCard key={message.id} message={message} onChanged={onChanged} />
      ))}
      <ListEnd
        hasMore={pages.hasMore}
        loading={pages.loadingMore}
        failed={pages.failed}
        onReached={pages.more}
        onRetry={pages.again}
      />
    </div>
  );
}
