'use client';

import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { channelLabels, nameOfThread } from '@/features/threads/components/inbox/inbox-filter';
import { durationText } from '@/features/threads/components/inbox/duration-text';
import { MessageBubble } from '@/features/threads/components/inbox/message-bubble';
import { ReplyComposer } from '@/features/threads/components/inbox/reply-composer';
import { TriageBar } from '@/features/threads/components/inbox/triage-bar';
import { useReply } from '@/features/threads/components/inbox/use-reply';
import type { useThread } from '@/features/threads/components/inbox/use-thread';
import type { ThreadDto } from '@/features/threads/schemas/thread';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/chip';
import { usePresence } from '@/ui/live/use-presence';
import { PresenceAvatars } from '@/ui/live/presence-avatars';
import { useFormat } from '@/ui/locale-provider';
import type { MentionPerson } from '@/ui/rich-text/mention-menu';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';
import { useShortcut } from '@/ui/use-shortcut';

interface ThreadPaneProps {
  thread: ThreadDto;
  open: ReturnType<typeof useThread>;
  people: (query: string) => Promise<readonly MentionPerson[]>;
  zone: string | null;
  onChanged: () => void;
  /** Back to the list, on a phone. */
  back?: ReactNode;
}

/** A conversation, oldest first, with what one answers below it. */
export function ThreadPane({ thread, open, people, zone, onChanged, back }: ThreadPaneProps) {
  const { can } = useWorkspace();
  const [mode, setMode] = useState<'reply' | 'note'>(can('message.send') ? 'reply' : 'note');
  const changed = () => {
    void open.refresh();
    onChanged();
  };
  const reply = useReply(thread.id, changed);
  const viewers = usePresence(thread.id, { writing: reply.state !== 'idle' });
  const composer = useRef<HTMLDivElement>(null);
  const focus = (next: 'reply' | 'note') => {
    setMode(next);
    requestAnimationFrame(() => composer.current?.querySelector<HTMLElement>('[contenteditable]')?.focus());
  };
  useShortcut('r', 'Answer', { group: 'Conversation', handler: () => focus('reply'), enabled: can('message.send') });
  useShortcut('n', 'Note for colleagues', {
    group: 'Conversation',
    handler: () => focus('note'),
    enabled: can('thread.update'),
  });
  const name = nameOfThread(thread);
  return (
    <section aria-label={`Conversation with ${name}`} className="flex min-h-0 min-w-0 flex-1 flex-col bg-bg">
      <ThreadHead thread={thread} back={back} viewers={<PresenceAvatars viewers={viewers} />} />
      <Messages thread={thread} open={open} onChanged={changed} onTakeBack={(id) => void reply.takeBack(id)} />
      {can('thread.update') && (
        <div ref={composer}>
          <ReplyComposer
            threadId={thread.id}
            name={name}
            zone={zone}
            reply={reply}
            mode={mode}
            onMode={setMode}
            blocked={whyNot(thread, can('message.send'))}
            viewers={viewers}
            people={people}
            onChanged={changed}
          />
        </div>
      )}
    </section>
  );
}

function whyNot(thread: ThreadDto, may: boolean): string | null {
  if (!may) return 'Your role does not send messages. Write a note: colleagues who do will see it.';
  if (thread.channel !== 'email') {
    const channel = channelLabels[thread.channel] ?? thread.channel;
    return `Messages by ${channel} are answered there, and written down here by hand.`;
  }
  const about = thread.creators.some(({ state }) => state === 'confirmed');
  return about ? null : 'Say first whom this conversation is about: then you can answer.';
}

function ThreadHead({ thread, back, viewers }: { thread: ThreadDto; back: ReactNode; viewers: ReactNode }) {
  const format = useFormat();
  const now = useNow();
  const { firstResponseSeconds, waitingSince } = thread;
  return (
    <header className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-surface px-4 py-1.5">
      {back}
      <h2 className="min-w-0 flex-1 truncate font-medium">{thread.subject || nameOfThread(thread)}</h2>
      {thread.tags.map((tag) => (
        <Chip key={tag}>{tag}</Chip>
      ))}
      <span className="text-sm text-ink-3">
        {waitingSince && thread.state === 'open' && `unanswered · ${format.relative(waitingSince, now)}`}
        {!waitingSince && firstResponseSeconds !== null && `first answered in ${durationText(firstResponseSeconds)}`}
      </span>
      {viewers}
    </header>
  );
}

interface MessagesProps {
  thread: ThreadDto;
  open: ReturnType<typeof useThread>;
  onChanged: () => void;
  onTakeBack: (id: string) => void;
}

/** Scrolled to the newest when it is opened and when something comes while one is there. */
function Messages({ thread, open, onChanged, onTakeBack }: MessagesProps) {
  const { messages, hasOlder, readOlder } = open;
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const lastId = messages.at(-1)?.id;
  useEffect(() => {
    atEnd.current = true;
  }, [thread.id]);
  useLayoutEffect(() => {
    if (atEnd.current) scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, [lastId, thread.id]);
  return (
    <div
      ref={scroller}
      role="log"
      aria-label="Messages"
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight < 80;
      }}
      className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto overscroll-contain px-5 py-4 focus-visible:-outline-offset-2 max-sm:px-3"
    >
      {hasOlder && (
        <Button className="self-center" onClick={() => void readOlder()}>
          Older messages
        </Button>
      )}
      {messages.map((message) => (
        <MessageBubble
          key={message.id}
          message={message}
          channel={thread.channel}
          onChanged={onChanged}
          onTakeBack={onTakeBack}
        />
      ))}
      <TriageBar thread={thread} onChanged={onChanged} />
    </div>
  );
}
