import { ScrollText } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { describeEvent } from '@/features/timeline/components/describe-event';
import { findEvents } from '@/features/timeline/queries/find-events';
import { findEventsSchema } from '@/features/timeline/schemas/timeline';
import { inWorkspace } from '@/platform/db/in-workspace';
import { pageContext } from '@/platform/web/current-context';
import { currentLocale } from '@/platform/web/current-locale';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { createFormat } from '@/ui/format';
import { Section } from '@/ui/section';

export const metadata: Metadata = { title: 'Audit log' };

interface AuditPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ cursor?: string }>;
}

/** Who did what, newest first, a hundred at a time. */
export default async function AuditPage({ params, searchParams }: AuditPageProps) {
  const { workspace } = await params;
  const ctx = await pageContext(workspace, 'audit.read');
  const asked = findEventsSchema.parse({ limit: 100, cursor: (await searchParams).cursor });
  const { data, nextCursor } = await inWorkspace(ctx, (tx) => findEvents(tx, asked));
  const { locale, timeZone } = await currentLocale();
  const format = createFormat(locale, timeZone);
  if (data.length === 0) {
    return (
      <EmptyState
        icon={<ScrollText />}
        title="Nothing happened yet"
        description="Every change stands here, with who made it."
      />
    );
  }
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-4">
      <Section title="What happened" variant="card">
        <ul className="divide-y divide-line">
          {data.map((event) => {
            const { title, detail } = describeEvent(event.type, event.payload, format);
            return (
              <li
                key={event.id}
                className="flex items-baseline gap-x-4 gap-y-0.5 py-2 max-sm:flex-col max-sm:items-start"
              >
                <span className="min-w-0 flex-1 break-words">
                  <span className="font-medium">{title}</span>
                  {event.creator && (
                    <Link
                      href={`/${workspace}/creators/${event.creator.id}`}
                      className="ml-2 text-accent-text hover:underline"
                    >
                      {event.creator.name}
                    </Link>
                  )}
                  {detail && <span className="ml-2 text-ink-2">{detail}</span>}
                </span>
                <span className="flex shrink-0 items-baseline gap-x-4 text-sm text-ink-3">
                  <span className="text-ink-2">{event.actor.name ?? 'Rapport'}</span>
                  <time dateTime={event.at} className="num w-40 text-right max-sm:w-auto">
                    {format.dateTime(event.at)}
                  </time>
                </span>
              </li>
            );
          })}
        </ul>
      </Section>
      <p className="flex items-center gap-4 text-sm text-ink-3">
        Times in {timeZone}.
        {nextCursor && (
          <Button asChild size="s">
            <Link href={`/${workspace}/settings/audit?cursor=${nextCursor}`}>Earlier</Link>
          </Button>
        )}
      </p>
    </div>
  );
}
