import type { ReactNode } from 'react';
import { toneClasses } from './badge';
import { cn } from './cn';
import type { Tone } from './status';

export interface TimelineEntry {
  id: string;
  tone: Tone;
  title: ReactNode;
  /** The time as a person reads it, such as `Today 08:12`. */
  when: string;
  /** The instant, ISO 8601. */
  at: string;
  /** The full time with its zone, shown on hover. */
  whenFull?: string;
  detail?: ReactNode;
  /** A badge, beside the title. */
  badge?: ReactNode;
  actions?: ReactNode;
}

/** Everything that happened, newest first, on one line down the page. `children` goes at its end (a sentinel, a button). */
export function TimelineList({
  label,
  entries,
  children,
}: {
  label: string;
  entries: readonly TimelineEntry[];
  children?: ReactNode;
}) {
  return (
    <div>
      <ol
        aria-label={label}
        className="relative pl-[22px] before:absolute before:top-1.5 before:bottom-1.5 before:left-1.5 before:w-px before:bg-line-strong"
      >
        {entries.map((entry) => (
          <TimelineItem key={entry.id} entry={entry} />
        ))}
      </ol>
      {children}
    </div>
  );
}

function TimelineItem({ entry }: { entry: TimelineEntry }) {
  return (
    <li
      className={cn(
        'relative pb-3.5 before:absolute before:top-[5px] before:-left-5 before:size-[9px] before:rounded-full before:border-2 before:border-(--st) before:bg-surface',
        toneClasses[entry.tone],
      )}
    >
      <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
        <span className="min-w-0 font-semibold [overflow-wrap:anywhere]">{entry.title}</span>
        {entry.badge}
        <time dateTime={entry.at} title={entry.whenFull} className="num ml-auto shrink-0 text-sm text-ink-3">
          {entry.when}
        </time>
      </div>
      {entry.detail && <div className="min-w-0 text-ink-2 [overflow-wrap:anywhere]">{entry.detail}</div>}
      {entry.actions && <div className="mt-1 flex flex-wrap gap-2">{entry.actions}</div>}
    </li>
  );
}
