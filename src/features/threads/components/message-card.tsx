'use client';

import Link from 'next/link';
import { AttachmentList } from '@/features/threads/components/inbox/attachment-list';
import { MailText } from '@/features/threads/components/inbox/mail-text';
import { MessageState } from '@/features/threads/components/message-state';
import type { MessageDto } from '@/features/threads/schemas/message';
import { Badge, StatusBadge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { cn } from '@/ui/cn';
import { useFormat } from '@/ui/locale-provider';
import { RichTextView } from '@/ui/rich-text/rich-text-view';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';

interface MessageCardProps {
  message: MessageDto;
  onChanged: () => void;
}

/** One message of a conversation: ours at the right, theirs at the left. */
export function MessageCard({ message, onChanged }: MessageCardProps) {
  const { slug } = useWorkspace();
  const format = useFormat();
  const now = useNow();
  const ours = message.direction === 'outgoing';
  const at = message.sentAt ?? message.createdAt;
  const people = message.recipients.map(({ name, address }) => name ?? address).filter(Boolean);
  return (
    <article
      className={cn(
        'w-full max-w-[640px] rounded-lg border px-3.5 py-3',
        ours ? 'ml-auto border-accent/30 bg-accent-soft' : 'border-line bg-surface',
      )}
    >
      <header className="mb-1 flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{message.author?.name ?? message.from.name}</span>
        <span className="min-w-0 truncate text-sm text-ink-3">to {people.join(', ')}</span>
        <time className="num ml-auto text-sm text-ink-3" dateTime={at} title={format.dateTime(at)}>
          {format.moment(at, now)}
        </time>
      </header>
      <h3 className="mb-1.5 font-medium [overflow-wrap:anywhere]">{message.subject}</h3>
      {message.direction === 'incoming' ? <MailText message={message} /> : <RichTextView html={message.html} />}
      <AttachmentList message={message} />
      <Button asChild size="s" variant="link" className="mt-1.5">
        <Link href={`/${slug}/inbox?thread=${message.threadId}`}>Open the conversation</Link>
      </Button>
      {ours && (
        <footer className="mt-2.5 flex flex-col gap-2">
          <MessageBadge state={message.state} />
          <MessageState message={message} onChanged={onChanged} />
        </footer>
      )}
    </article>
  );
}

function MessageBadge({ state }: { state: MessageDto['state'] }) {
  if (state === 'received') return <Badge tone="done">Received</Badge>;
  return <StatusBadge kind="messageState" value={state} className="self-start" />;
}
