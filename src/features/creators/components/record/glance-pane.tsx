'use client';

import { undoMerge } from '@/features/creators/account-actions';
import { obstacleTexts } from '@/features/creators/components/labels.data';
import { useRecord } from '@/features/creators/components/record/record-scope';
import type { WriteObstacle } from '@/features/creators/model/can-write-to';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Callout } from '@/ui/callout';
import { DescriptionList, type DescriptionItem } from '@/ui/description-list';
import { useFormat } from '@/ui/locale-provider';
import { Section } from '@/ui/section';
import { useNow, useWorkspace } from '@/ui/shell/workspace-scope';

/** The numbers and the answers one looks for first: how big, how lively, since when silent, may I write. */
export function GlancePane() {
  const { record } = useRecord();
  const format = useFormat();
  const now = useNow();
  const items: DescriptionItem[] = [
    {
      term: 'Followers',
      value: (
        <span className="num" title={record.followersAsOf ? `as of ${format.date(record.followersAsOf)}` : undefined}>
          {format.compact(record.followers)}
          {record.followersAsOf && <span className="text-ink-3"> · {format.relative(record.followersAsOf, now)}</span>}
        </span>
      ),
    },
    { term: 'Engagement', value: <span className="num">{format.percent(record.engagementRate)}</span> },
    { term: 'Contacted', value: record.lastContactedAt ? format.moment(record.lastContactedAt, now) : 'Never' },
    { term: 'Last activity', value: record.lastActivityAt ? format.moment(record.lastActivityAt, now) : 'None yet' },
    { term: 'Messages', value: <span className="num">{format.number(record.counts.messages)}</span> },
  ];
  return (
    <>
      <WritingPane />
      <Section title="At a glance">
        <DescriptionList items={items} />
      </Section>
      <FeesPane />
      <MergesPane />
    </>
  );
}

function WritingPane() {
  const { record } = useRecord();
  return (
    <Section title="Writing">
      {record.writing.allowed ? (
        <Badge tone="done">May be written to</Badge>
      ) : (
        <div className="flex flex-col gap-2">
          {record.writing.obstacles.map((obstacle) => {
            const { title, remedy } = obstacleTexts[obstacle as WriteObstacle];
            return (
              <Callout key={obstacle} tone={obstacle === 'do_not_contact' ? 'late' : 'attention'} title={title}>
                {remedy}
              </Callout>
            );
          })}
        </div>
      )}
    </Section>
  );
}

function FeesPane() {
  const { record } = useRecord();
  const format = useFormat();
  const now = useNow();
  if (!record.quotes || record.quotes.length === 0) return null;
  return (
    <Section title="Fees">
      <ul className="flex flex-col gap-2 text-sm">
        {record.quotes.slice(0, 4).map((quote) => (
          <li key={quote.id} className="flex items-center gap-2">
            <Badge tone={quote.kind === 'agreed' ? 'done' : 'planned'}>
              {quote.kind === 'agreed' ? 'Agreed' : 'Asked'}
            </Badge>
            <span className="min-w-0 flex-1 truncate">{quote.format}</span>
            <span className="num shrink-0" title={format.moment(`${quote.quotedOn}T12:00:00Z`, now)}>
              {quote.currency ? format.money(quote.amountMinor, quote.currency) : 'Hidden'}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function MergesPane() {
  const { slug, can } = useWorkspace();
  const { record, save } = useRecord();
  const format = useFormat();
  if (record.merges.length === 0) return null;
  return (
    <Section title="Merged into this record">
      <ul className="flex flex-col gap-1.5 text-sm">
        {record.merges.map((merge) => (
          <li key={merge.id} className="flex items-center gap-2">
            <span className="min-w-0 flex-1">{merge.creators.map(({ displayName }) => displayName).join(', ')}</span>
            <span className="num text-ink-3">{format.date(merge.mergedAt)}</span>
            {can('creator.merge') && (
              <Button
                size="s"
                aria-label={`Undo the merge of ${merge.creators.map(({ displayName }) => displayName).join(', ')}`}
                onClick={() => void save(() => undoMerge(slug, { id: merge.id }))}
              >
                Undo
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
