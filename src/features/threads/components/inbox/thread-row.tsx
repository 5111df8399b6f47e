'use client';

import { Paperclip, PenLine } from 'lucide-react';
import { channelLabels, nameOfThread } from '@/features/threads/components/inbox/inbox-filter';
import type { ThreadDto } from '@/features/threads/schemas/thread';
import { Avatar } from '@/ui/avatar';
import { Badge } from '@/ui/badge';
import { Checkbox } from '@/ui/checkbox';
import { cn } from '@/ui/cn';
import { useFormat } from '@/ui/locale-provider';
import { useNow } from '@/ui/shell/workspace-scope';

interface ThreadRowProps {
  thread: ThreadDto;
  current: boolean;
  active: boolean;
  selected: boolean;
  selecting: boolean;
  onOpen: () => void;
  onSelect: (selected: boolean) => void;
}

/** One conversation of the list: who, when, what it says last, and what it waits for. */
export function ThreadRow({ thread, current, active, selected, selecting, onOpen, onSelect }: ThreadRowProps) {
  const name = nameOfThread(thread);
  const id = thread.creators[0]?.id ?? thread.id;
  const look = current
    ? 'bg-accent-soft shadow-[inset_2px_0_0_var(--color-accent)]'
    : active
      ? 'bg-sunken'
      : 'hover:bg-sunken';
  const hidden = selected || selecting ? '' : 'opacity-0 group-hover:opacity-100 focus-within:opacity-100';
  return (
    <div className={cn('group relative flex h-full gap-2.5 border-b border-line px-3.5 py-2.5', look)}>
      <span className="relative size-7 shrink-0">
        <Avatar id={id} name={name} />
        <span className={cn('absolute inset-0 grid place-items-center rounded-full bg-surface', hidden)}>
          <Checkbox aria-label={`Choose ${name}`} checked={selected} onCheckedChange={(on) => onSelect(on === true)} />
        </span>
      </span>
      <button
        type="button"
        onClick={onOpen}
        aria-current={current ? 'true' : undefined}
        className="flex min-w-0 flex-1 flex-col gap-0.5 text-left"
      >
        <RowHead thread={thread} name={name} />
        <RowWords thread={thread} />
        <RowSigns thread={thread} />
      </button>
    </div>
  );
}

function RowHead({ thread: { unread, lastMessageAt }, name }: { thread: ThreadDto; name: string }) {
  const format = useFormat();
  const now = useNow();
  return (
    <span className="flex items-baseline gap-2">
      <span className={cn('min-w-0 flex-1 truncate text-ink', unread && 'font-semibold')}>
        {unread && <span className="sr-only">Unread: </span>}
        {name}
      </span>
      {unread && <span aria-hidden="true" className="size-1.5 shrink-0 self-center rounded-full bg-accent" />}
      <time className="num shrink-0 text-sm text-ink-3" dateTime={lastMessageAt}>
        {shortMoment(format.moment(lastMessageAt, now))}
      </time>
    </span>
  );
}

function RowWords({ thread: { last, subject } }: { thread: ThreadDto }) {
  return (
    <span className="truncate text-ink-2">
      {last?.direction === 'outgoing' && <span className="text-ink-3">{last.from}: </span>}
      {last?.direction === 'internal' && <span className="text-attention">Note: </span>}
      {(last?.excerpt ?? '') || subject || 'No words'}
    </span>
  );
}

/** At most two signs and a few words, so that every row has one height. */
function RowSigns({ thread }: { thread: ThreadDto }) {
  const format = useFormat();
  const now = useNow();
  return (
    <span className="flex h-5 min-w-0 items-center gap-1.5 overflow-hidden text-sm text-ink-3">
      <StateSign thread={thread} />
      {thread.priority === 'urgent' && <Badge tone="late">Urgent</Badge>}
      {thread.priority === 'high' && <Badge tone="attention">High</Badge>}
      {thread.waitingSince && thread.state === 'open' && (
        <span className="truncate">unanswered · {format.relative(thread.waitingSince, now)}</span>
      )}
      <RowEnd thread={thread} />
    </span>
  );
}

function RowEnd({ thread: { hasDraft, last, channel, assignee } }: { thread: ThreadDto }) {
  return (
    <span className="ml-auto flex shrink-0 items-center gap-1.5 [&_svg]:size-3">
      {hasDraft && <PenLine aria-label="An answer is being written" />}
      {last?.hasAttachments && <Paperclip aria-label="With files" />}
      {channel !== 'email' && <span>{channelLabels[channel] ?? channel}</span>}
      {assignee && <Avatar id={assignee.id} name={assignee.name} size="xs" />}
      {assignee && <span className="sr-only">with {assignee.name}</span>}
    </span>
  );
}

function StateSign({ thread }: { thread: ThreadDto }) {
  const format = useFormat();
  const kind = thread.last?.kind;
  if (thread.triage) return <Badge tone="attention">Unknown sender</Badge>;
  if (kind === 'bounce') return <Badge tone="late">Bounced</Badge>;
  if (kind === 'complaint') return <Badge tone="late">Complaint</Badge>;
  if (thread.state === 'snoozed') {
    const until = thread.snoozedUntil ? format.date(thread.snoozedUntil) : 'they write';
    return <Badge tone="scheduled">Until {until}</Badge>;
  }
  if (thread.state === 'done') return <Badge tone="done">Done</Badge>;
  if (kind === 'auto_reply') return <Badge tone="planned">Auto-reply</Badge>;
  return null;
}

/** `Today 09:41` says its day by standing on top. */
function shortMoment(moment: string): string {
  return moment.replace(/^Today /, '');
}
