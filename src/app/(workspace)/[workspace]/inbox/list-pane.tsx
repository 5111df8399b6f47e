'use client';

import { Inbox } from 'lucide-react';
import { useState } from 'react';
import { BulkBar } from '@/features/threads/components/inbox/bulk-bar';
import { viewLabels, type InboxFilter } from '@/features/threads/components/inbox/inbox-filter';
import { ThreadList } from '@/features/threads/components/inbox/thread-list';
import type { useInbox } from '@/features/threads/components/inbox/use-inbox';
import type { useInboxContext } from '@/features/threads/components/inbox/use-inbox-context';
import { ViewBar } from '@/features/threads/components/inbox/view-bar';
import type { MemberDto } from '@/features/members/schemas/member';
import { archiveInboxView } from '@/features/threads/template-actions';
import { Button } from '@/ui/button';
import { cn } from '@/ui/cn';
import { EmptyState } from '@/ui/empty-state';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface ListPaneProps {
  filter: InboxFilter;
  inbox: ReturnType<typeof useInbox>;
  context: ReturnType<typeof useInboxContext>;
  members: readonly MemberDto[];
  threadId: string | null;
  onFilter: (filter: InboxFilter) => void;
  onOpen: (id: string) => void;
  onSave: () => void;
}

/** Views, the conversations of one, and what is done to those that are chosen. On a phone it is the first screen. */
export function ListPane({ filter, inbox, context, members, threadId, onFilter, onOpen, onSave }: ListPaneProps) {
  const { slug } = useWorkspace();
  const [activeIndex, setActive] = useState(-1);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const none = () => setChosen(new Set());
  return (
    <section
      aria-label="Conversations of this view"
      className={cn(
        'flex w-[348px] shrink-0 flex-col border-r border-line bg-surface max-md:w-full max-md:border-r-0',
        threadId !== null && 'max-md:hidden',
      )}
    >
      <ViewBar
        filter={filter}
        counts={context.counts}
        mailboxes={context.mailboxes}
        views={context.views}
        onChange={onFilter}
        onSave={onSave}
        onForget={(id) => void archiveInboxView(slug, { id }).then(context.readViews)}
      />
      {chosen.size > 0 && (
        <BulkBar
          ids={[...chosen]}
          members={members}
          onClear={none}
          onDone={() => {
            none();
            inbox.refresh();
          }}
        />
      )}
      <ThreadList
        threads={inbox.threads}
        loading={inbox.loading}
        hasMore={inbox.hasMore}
        onMore={inbox.more}
        currentId={threadId}
        activeIndex={activeIndex}
        onActive={setActive}
        onOpen={({ id }) => onOpen(id)}
        selected={chosen}
        onSelect={choose}
        empty={<NothingHere view={viewLabels[filter.view]} failed={inbox.failed} onRetry={inbox.again} />}
      />
    </section>
  );
}

function NothingHere({ view, failed, onRetry }: { view: string; failed: boolean; onRetry: () => void }) {
  if (failed) {
    return (
      <EmptyState
        icon={<Inbox />}
        title="The list could not be read"
        action={<Button onClick={onRetry}>Try again</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={<Inbox />}
      title="Nothing here"
      description={`No conversation is in “${view}”. What creators write comes in here as soon as a mailbox is connected.`}
    />
  );
}
