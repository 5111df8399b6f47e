'use client';

import { History } from 'lucide-react';
import { parseAsArrayOf, parseAsStringLiteral, useQueryState } from 'nuqs';
import { useCallback, useMemo, type ReactNode } from 'react';
import { describeEvent } from '@/features/timeline/components/describe-event';
import { TIMELINE_KINDS, type TimelineKind } from '@/features/timeline/model/timeline-kinds';
import type { TimelineEntry, TimelinePage } from '@/features/timeline/schemas/timeline';
import { StatusBadge } from '@/ui/badge';
import { callRead } from '@/ui/call-read';
import { cn } from '@/ui/cn';
import { EmptyState } from '@/ui/empty-state';
import type { Format } from '@/ui/format';
import { ListEnd } from '@/ui/list-end';
import { useFormat } from '@/ui/locale-provider';
import { Skeleton } from '@/ui/skeleton';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';
import { statuses, type Tone } from '@/ui/status';
import { TimelineList, type TimelineEntry as Line } from '@/ui/timeline-list';
import { usePages } from '@/ui/use-pages';

export type TimelineMessage = NonNullable<TimelineEntry['message']>;

interface TimelineProps {
  creatorId: string;
  revision: number;
  /** What a person can do about a message that stands there. */
  messageActions: (message: TimelineMessage) => ReactNode;
}

const kindLabels: Record<TimelineKind, string> = {
  messages: 'Messages',
  notes: 'Notes',
  quotes: 'Quotes',
  tasks: 'Tasks',
  profile: 'Profile',
  contacts: 'Contacts',
  merges: 'Merges',
  imports: 'Imports',
};

const idOf = (entry: TimelineEntry) => entry.id;
const kindsParser = parseAsArrayOf(parseAsStringLiteral(TIMELINE_KINDS)).withDefault([]);

/** Everything that ever happened with a creator, newest first, narrowed by kind, without end. */
export function Timeline({ creatorId, revision, messageActions }: TimelineProps) {
  const { slug } = useWorkspace();
  const format = useFormat();
  const now = useNow();
  const [kinds, setKinds] = useQueryState('kinds', kindsParser);
  const wanted = kinds.join(',');
  const load = useCallback(
    (cursor: string | undefined, signal: AbortSignal) =>
      callRead<TimelinePage>(
        { workspace: slug, name: 'find-timeline', signal },
        { creatorId, limit: 50, ...(wanted && { kinds: wanted.split(',') }), ...(cursor && { cursor }) },
      ),
    [slug, creatorId, wanted],
  );
  const pages = usePages({ load, idOf, revision });
  const lines = useMemo(
    () => pages.items.map((entry) => toLine(entry, { format, now, messageActions })),
    [pages.items, format, now, messageActions],
  );
  return (
    <div className="px-5 py-4 max-sm:px-3">
      <KindFilter kinds={kinds} onChange={(next) => void setKinds(next.length > 0 ? next : null)} />
      {pages.loading && <TimelineSkeleton />}
      {!pages.loading && !pages.failed && lines.length === 0 && (
        <EmptyState
          icon={<History />}
          title={kinds.length > 0 ? 'Nothing of this kind yet' : 'It begins here'}
          description="Messages, notes, fees and every change stand here, each with who and when."
        />
      )}
      {lines.length > 0 && <TimelineList label="Timeline" entries={lines} />}
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

function KindFilter({ kinds, onChange }: { kinds: TimelineKind[]; onChange: (kinds: TimelineKind[]) => void }) {
  const toggle = (kind: TimelineKind) =>
    onChange(kinds.includes(kind) ? kinds.filter((other) => other !== kind) : [...kinds, kind]);
  const look = (pressed: boolean) =>
    cn(
      'h-6 rounded-full border px-2.5 text-sm coarse:h-9 coarse:px-3',
      pressed
        ? 'border-accent bg-accent-soft text-accent-text'
        : 'border-line text-ink-2 hover:border-line-strong hover:text-ink',
    );
  return (
    <div
      role="group"
      aria-label="Kinds"
      className="mb-4 flex flex-wrap gap-1.5 max-sm:-mx-3 max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:px-3 max-sm:[&>*]:shrink-0"
    >
      <button
        type="button"
        aria-pressed={kinds.length === 0}
        className={look(kinds.length === 0)}
        onClick={() => onChange([])}
      >
        Everything
      </button>
      {TIMELINE_KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={kinds.includes(kind)}
          className={look(kinds.includes(kind))}
          onClick={() => toggle(kind)}
        >
          {kindLabels[kind]}
        </button>
      ))}
    </div>
  );
}

interface Surroundings {
  format: Format;
  now: Date;
  messageActions: (message: TimelineMessage) => ReactNode;
}

function toLine(entry: TimelineEntry, { format, now, messageActions }: Surroundings): Line {
  const { id, at, message, event } = entry;
  const common = { id, at, when: format.moment(at, now), whenFull: format.dateTime(at) };
  const who = actorOf(entry);
  if (message) {
    const look = (statuses.messageState as Record<string, { tone: Tone }>)[message.state];
    return {
      ...common,
      tone: look?.tone ?? 'done',
      title: `E-mail · “${message.subject}”`,
      badge: look && <StatusBadge kind="messageState" value={message.state as keyof typeof statuses.messageState} />,
      detail: [who, message.excerpt].filter(Boolean).join(': '),
      actions: messageActions(message),
    };
  }
  const { tone, title, detail } = describeEvent(event?.type ?? '', event?.payload ?? null, format);
  return { ...common, tone, title, detail: [who, detail].filter(Boolean).join(' · ') };
}

function actorOf({ actor: { type, name } }: TimelineEntry): string | null {
  if (name) return type === 'key' ? `${name} (API)` : name;
  return type === 'user' ? 'A former colleague' : null;
}

function TimelineSkeleton() {
  return (
    <div className="flex flex-col gap-5 pl-6" aria-busy="true">
      {Array.from({ length: 6 }, (_, index) => (
        <div key={index} className="flex flex-col gap-2">
          <Skeleton className="w-56" />
          <Skeleton className="w-80 max-w-full" />
        </div>
      ))}
    </div>
  );
}
