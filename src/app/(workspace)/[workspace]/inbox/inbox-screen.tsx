'use client';

import { useState } from 'react';
import { ThreadButtons } from '@/features/threads/components/inbox/thread-buttons';
import { useInbox } from '@/features/threads/components/inbox/use-inbox';
import { useInboxContext } from '@/features/threads/components/inbox/use-inbox-context';
import { useMembers } from '@/features/threads/components/inbox/use-members';
import type { ThreadDto } from '@/features/threads/schemas/thread';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { useMediaQuery } from '@/ui/use-media-query';
import { useShortcut } from '@/ui/use-shortcut';
import { InboxDialogs, type InboxDialog } from './inbox-dialogs';
import { InboxHeader } from './inbox-header';
import { ListPane } from './list-pane';
import { OpenThread } from './open-thread';
import { useInboxAddress } from './use-inbox-address';

/** Below it the record stands behind a button. */
const narrowQuery = '(max-width: 1179px)';

/** The shared inbox: views and conversations, the one that is open, and the record of whom it is about. */
export function InboxScreen() {
  const { can } = useWorkspace();
  const { filter, setFilter, threadId, setThreadId } = useInboxAddress();
  const { members, me, people } = useMembers();
  const inbox = useInbox(filter, me);
  const context = useInboxContext(inbox.revision);
  const [dialog, setDialog] = useState<InboxDialog>(null);
  const narrow = useMediaQuery(narrowQuery);
  const [besideWanted, setBeside] = useState(false);
  const [lastRead, setLastRead] = useState<ThreadDto | null>(null);
  const listed = inbox.threads.find(({ id }) => id === threadId);
  const shown = listed ?? (lastRead !== null && lastRead.id === threadId ? inbox.show(lastRead) : null);
  useShortcut('c', 'Write a message down', {
    group: 'Inbox',
    handler: () => setDialog('log'),
    enabled: can('message.send'),
  });
  const move = (one: Parameters<typeof inbox.move>[0]) => {
    goOnAfter(inbox.threads, { id: one.thread.id, change: one.change, onNext: setThreadId });
    void inbox.move(one);
  };
  return (
    <>
      <InboxHeader
        counts={context.counts}
        onLog={() => setDialog('log')}
        actions={shown && <ThreadButtons thread={shown} members={members} onMove={move} onChanged={inbox.refresh} />}
        beside={narrow && shown ? { shown: besideWanted, onChange: setBeside } : null}
      />
      <div className="relative flex min-h-0 flex-1">
        <ListPane
          key={JSON.stringify(filter)}
          filter={filter}
          inbox={inbox}
          context={context}
          members={members}
          threadId={threadId}
          onFilter={setFilter}
          onOpen={setThreadId}
          onSave={() => setDialog('save')}
        />
        {threadId === null ? (
          <div className="grid flex-1 place-items-center bg-bg text-ink-3 max-md:hidden">
            Choose a conversation, or go through them with J and K.
          </div>
        ) : (
          <OpenThread
            key={threadId}
            id={threadId}
            ahead={inbox.show}
            people={people}
            beside={!narrow || besideWanted}
            onBeside={setBeside}
            onRead={setLastRead}
            onChanged={inbox.refresh}
            onClose={() => setThreadId(null)}
          />
        )}
      </div>
      <InboxDialogs
        open={dialog}
        filter={filter}
        onClose={() => setDialog(null)}
        onSaved={() => void context.readViews()}
        onLogged={(id) => {
          inbox.refresh();
          setThreadId(id);
        }}
      />
    </>
  );
}

/** What is done or put off leaves the list: the one below it is opened. */
function goOnAfter(
  threads: readonly ThreadDto[],
  { id, change, onNext }: { id: string; change: object; onNext: (id: string) => void },
): void {
  if (!('kind' in change) || (change.kind !== 'done' && change.kind !== 'snooze')) return;
  const index = threads.findIndex((thread) => thread.id === id);
  const next = threads[index + 1] ?? threads[index - 1];
  if (index >= 0 && next) onNext(next.id);
}
