'use client';

import { FileDown } from 'lucide-react';
import { AttachmentList } from '@/features/threads/components/inbox/attachment-list';
import { channelLabels } from '@/features/threads/components/inbox/inbox-filter';
import { MailText } from '@/features/threads/components/inbox/mail-text';
import { MessageState } from '@/features/threads/components/message-state';
import type { MessageDto } from '@/features/threads/schemas/message';
import { Badge, StatusBadge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { cn } from '@/ui/cn';
import { IconButton } from '@/ui/icon-button';
import { useFormat } from '@/ui/locale-provider';
import { RichTextView } from '@/ui/rich-text/rich-text-view';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';

interface MessageBubbleProps {
  message: MessageDto;
  channel: string;
  onChanged: () => void;
  /** Of one that waits for its time: makes a draft of it again. */
  onTakeBack: (id: string) => void;
}

const looks = {
  outgoing: 'ml-auto border-accent/30 bg-accent-soft',
  incoming: 'mr-auto border-line bg-surface',
  internal: 'mx-auto border-dashed tone-attention tone-panel',
};

/** One entry of a conversation: theirs at the left, ours at the right, notes for colleagues in the middle, in another colour. */
export function MessageBubble({ message, channel, onChanged, onTakeBack }: MessageBubbleProps) {
  const { direction, mailboxes } = message;
  const who = writerOf(message);
  return (
    <article
      aria-label={direction === 'internal' ? `Note by ${who}` : `From ${who}`}
      className={cn('w-fit max-w-[min(620px,94%)] min-w-56 rounded-lg border px-3.5 py-2.5', looks[direction])}
    >
      <BubbleHead message={message} channel={channel} />
      {direction === 'incoming' ? <MailText message={message} /> : <RichTextView html={message.html} />}
      <AttachmentList message={message} />
      {mailboxes.length > 1 && <p className="mt-1.5 text-sm text-ink-3">In {mailboxes.join(', ')}</p>}
      {direction === 'outgoing' && <BubbleFoot message={message} onChanged={onChanged} onTakeBack={onTakeBack} />}
    </article>
  );
}

function writerOf({ author, from }: MessageDto): string {
  return author?.name ?? (from.name || from.address || 'somebody');
}

function BubbleHead({ message, channel }: Pick<MessageBubbleProps, 'message' | 'channel'>) {
  const { slug } = useWorkspace();
  const format = useFormat();
  const now = useNow();
  const at = message.sentAt ?? message.createdAt;
  const note = message.direction === 'internal';
  const people = message.recipients.map(({ name, address }) => name ?? address).filter(Boolean);
  return (
    <>
      <header className="mb-1 flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{writerOf(message)}</span>
        {note && <span className="text-sm font-medium text-attention">Internal note · never sent</span>}
        <time className="num text-sm text-ink-3" dateTime={at} title={format.dateTime(at)}>
          {format.moment(at, now)}
        </time>
        {!note && <span className="text-sm text-ink-3">{channelLabels[channel] ?? channel}</span>}
        <KindBadge message={message} />
        {message.hasRaw && (
          <IconButton
            size="s"
            className="ml-auto"
            aria-label="Download the message as it came"
            icon={<FileDown />}
            onClick={() => window.location.assign(`/api/files/${slug}/${message.id}/raw`)}
          />
        )}
      </header>
      {message.direction === 'outgoing' && people.length > 0 && (
        <p className="mb-1 truncate text-sm text-ink-3">to {people.join(', ')}</p>
      )}
    </>
  );
}

function BubbleFoot({ message, onChanged, onTakeBack }: Omit<MessageBubbleProps, 'channel'>) {
  const { can } = useWorkspace();
  return (
    <footer className="mt-1.5 flex flex-col gap-1.5">
      <StateLine message={message} />
      {message.sendAt && can('message.send') ? (
        <div>
          <Button size="s" onClick={() => onTakeBack(message.id)}>
            Take it back
          </Button>
        </div>
      ) : (
        <MessageState message={message} onChanged={onChanged} />
      )}
    </footer>
  );
}

function StateLine({ message: { state, sendAt, recipients } }: { message: MessageDto }) {
  const format = useFormat();
  const bounced = recipients.filter((one) => one.state === 'bounced' || one.state === 'rejected');
  if (state === 'received') return null;
  return (
    <div className="flex flex-wrap items-center gap-1.5 text-sm text-ink-3">
      {sendAt ? (
        <Badge tone="scheduled">Leaves {format.dateTime(sendAt)}</Badge>
      ) : (
        <StatusBadge kind="messageState" value={state} />
      )}
      {bounced.map(({ address, response }) => (
        <span key={address} className="text-late">
          {address ?? 'One address'} does not take it{response ? `: ${response}` : ''}
        </span>
      ))}
    </div>
  );
}

const kindWords: Record<string, { tone: 'planned' | 'late' | 'attention'; words: string }> = {
  auto_reply: { tone: 'planned', words: 'Auto-reply' },
  bounce: { tone: 'late', words: 'Bounce' },
  delivery_report: { tone: 'planned', words: 'Delivery report' },
  complaint: { tone: 'late', words: 'Complaint' },
  unsubscribe: { tone: 'attention', words: 'Wants no more mail' },
  calendar: { tone: 'planned', words: 'Calendar' },
  list: { tone: 'planned', words: 'Mailing list' },
};

function KindBadge({ message: { kind, facts } }: { message: MessageDto }) {
  const format = useFormat();
  const look = kindWords[kind];
  if (!look) return null;
  const returns = typeof facts?.returnsOn === 'string' ? ` · back ${format.day(facts.returnsOn)}` : '';
  return (
    <Badge tone={look.tone}>
      {look.words}
      {returns}
    </Badge>
  );
}
