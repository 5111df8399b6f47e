'use client';

import type { Preview } from '@/features/imports/components/mapping/use-preview';
import { parsedFacts } from '@/features/imports/components/mapping/parsed-facts';
import type { PreviewRow } from '@/features/imports/schemas/import';
import { Callout } from '@/ui/callout';
import { cn } from '@/ui/cn';
import { useFormat, useLocale } from '@/ui/locale-provider';
import { Section } from '@/ui/section';
import { Skeleton } from '@/ui/skeleton';
import { Spinner } from '@/ui/spinner';
import { StatusIcon } from '@/ui/status-icon';

const shownRows = 6;

/** The first rows of the file, and beside each the creator it would be read as. */
export function PreviewRows({ answer, pending, failure }: Preview) {
  return (
    <Section title="As it will be read" variant="card" action={pending && answer && <Spinner />} className="min-w-0">
      {failure && (
        <Callout tone="attention" className="mb-3">
          {failure}
        </Callout>
      )}
      {!answer && !failure && <Skeleton className="h-40 w-full" />}
      <ol
        aria-label="First rows"
        className={cn('-my-3 divide-y divide-line transition-opacity', pending && 'opacity-60')}
      >
        {answer?.rows.slice(0, shownRows).map((row) => (
          <li key={row.rowNumber} className="grid gap-x-6 gap-y-1.5 py-3 md:grid-cols-2">
            <RawRow row={row} />
            <ReadRow row={row} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function RawRow({ row: { lineNumber, cells } }: { row: PreviewRow }) {
  return (
    <div className="min-w-0 text-sm text-ink-3">
      <p className="num text-xs">Line {lineNumber}</p>
      <p className="line-clamp-3 [overflow-wrap:anywhere]">
        {cells.map((cell, index) => (
          // A row's cells have no other name than their place.
          <span key={index}>
            {index > 0 && <span aria-hidden="true"> | </span>}
            <bdi>{cell.slice(0, 120)}</bdi>
          </span>
        ))}
      </p>
    </div>
  );
}

function ReadRow({ row: { parsed } }: { row: PreviewRow }) {
  const format = useFormat();
  const { locale } = useLocale();
  if (parsed.rejection) {
    return (
      <div className="min-w-0">
        <p className="font-medium text-late">Will be rejected</p>
        <Issue tone="late">{parsed.rejection.message}</Issue>
      </div>
    );
  }
  return (
    <div className="min-w-0">
      <p className="font-medium [overflow-wrap:anywhere]">{parsed.displayName}</p>
      <p className="text-sm text-ink-2 [overflow-wrap:anywhere]">
        {parsedFacts(parsed, { format, locale }).join(' · ')}
      </p>
      {parsed.warnings.map(({ field, reason, message }) => (
        <Issue key={`${field} ${reason} ${message}`} tone="attention">
          {message}
        </Issue>
      ))}
    </div>
  );
}

function Issue({ tone, children }: { tone: 'late' | 'attention'; children: string }) {
  return (
    <p className={cn('flex items-start gap-1.5 text-sm', tone === 'late' ? 'text-late' : 'text-attention')}>
      <StatusIcon name={tone === 'late' ? 'triangle' : 'bang'} className="mt-[3px] size-[11px] shrink-0" />
      <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
    </p>
  );
}
