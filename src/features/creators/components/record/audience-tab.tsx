'use client';

import { UsersRound } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useMemo, useState } from 'react';
import type { z } from 'zod';
import { metricLabels } from '@/features/creators/components/labels.data';
import { Audience } from '@/features/creators/components/record/audience-shares';
import { useRecord } from '@/features/creators/components/record/record-scope';
import type { handleHistorySchema } from '@/features/creators/schemas/handle-history';
import type { HandleMetricName } from '@/features/creators/model/vocabulary';
import { platformRules, type Platform } from '@/shared/identity/platforms';
import { Button } from '@/ui/button';
import { callRead } from '@/ui/call-read';
import { LineChart } from '@/ui/charts/line-chart';
import { DescriptionList } from '@/ui/description-list';
import { EmptyState } from '@/ui/empty-state';
import { useFormat, useLocale } from '@/ui/locale-provider';
import { Section } from '@/ui/section';
import { Skeleton } from '@/ui/skeleton';
import { useWorkspace } from '@/ui/shell/workspace-scope';

const NumbersDialog = dynamic(
  () => import('@/features/creators/components/record/numbers-dialog').then((module) => module.NumbersDialog),
  { ssr: false },
);
const AudienceDialog = dynamic(
  () => import('@/features/creators/components/record/audience-dialog').then((module) => module.AudienceDialog),
  { ssr: false },
);

type HandleHistory = z.output<typeof handleHistorySchema>;

/** How the accounts grew, what is reported of them, and who follows. Every number with its source and date. */
export function AudienceTab({ onAdd }: { onAdd: () => void }) {
  const { slug } = useWorkspace();
  const { record, revision, editable } = useRecord();
  const [handles, setHandles] = useState<HandleHistory[] | 'failed' | null>(null);
  const [entering, setEntering] = useState<{ what: 'numbers' | 'audience'; id: string; title: string } | null>(null);
  useEffect(() => {
    const giveUp = new AbortController();
    callRead<HandleHistory[]>(
      { workspace: slug, name: 'find-handles', signal: giveUp.signal },
      { creatorId: record.id },
    ).then(setHandles, () => !giveUp.signal.aborted && setHandles('failed'));
    return () => giveUp.abort();
  }, [slug, record.id, revision]);
  if (handles === null) return <Skeleton className="m-5 h-64 rounded-md" />;
  if (handles === 'failed') return <p className="p-5">The numbers did not load. Open the tab again.</p>;
  if (handles.length === 0) {
    return (
      <EmptyState
        icon={<UsersRound />}
        title="No account is known yet"
        description="Add a handle; its numbers come with imports or are entered here, each with source and date."
        action={editable && <Button onClick={onAdd}>Add a handle</Button>}
      />
    );
  }
  return (
    <div className="flex flex-col gap-4 px-5 py-4 max-sm:px-3">
      <FollowersChart handles={handles} />
      {handles.map((handle) => (
        <HandleCard
          key={handle.id}
          handle={handle}
          {...(editable && { onEnter: (what) => setEntering({ what, id: handle.id, title: titleOf(handle) }) })}
        />
      ))}
      {entering?.what === 'numbers' && <NumbersDialog handle={entering} onClose={() => setEntering(null)} />}
      {entering?.what === 'audience' && <AudienceDialog handle={entering} onClose={() => setEntering(null)} />}
    </div>
  );
}

const titleOf = ({ platform, name }: HandleHistory) => `${platformRules[platform as Platform].label} @${name}`;

function FollowersChart({ handles }: { handles: HandleHistory[] }) {
  const format = useFormat();
  const { timeZone } = useLocale();
  const { points, series } = useMemo(() => {
    const numbers = handles.flatMap(({ id, history }) =>
      history.filter(({ metric }) => metric === 'followers').map(({ asOf, value }) => ({ id, asOf, value })),
    );
    const days = [...new Set(numbers.map(({ asOf }) => asOf.slice(0, 10)))].sort();
    return {
      series: handles
        .filter(({ id }) => numbers.some((number) => number.id === id))
        .map((handle) => ({ key: handle.id, label: titleOf(handle) })),
      points: days.map((day) => ({
        label: format.day(day),
        values: Object.fromEntries(
          handles.map(({ id }) => [
            id,
            numbers.find((number) => number.id === id && number.asOf.startsWith(day))?.value ?? null,
          ]),
        ),
      })),
    };
  }, [handles, format]);
  if (points.length < 2) return null;
  return (
    <LineChart
      title="Followers"
      axisLabel="Day"
      series={series}
      points={points}
      format={format.compact}
      caption={`As reported on that day (UTC); times elsewhere in ${timeZone}.`}
    />
  );
}

interface HandleCardProps {
  handle: HandleHistory;
  /** Not for who may not change the record. */
  onEnter?: (what: 'numbers' | 'audience') => void;
}

function HandleCard({ handle, onEnter }: HandleCardProps) {
  const format = useFormat();
  const show = (metric: string, value: number) =>
    metric === 'engagement_rate' ? format.percent(value) : format.number(value, { maximumFractionDigits: 1 });
  return (
    <Section
      title={titleOf(handle)}
      variant="card"
      action={
        onEnter && (
          <>
            <Button size="s" onClick={() => onEnter('numbers')}>
              Add numbers
            </Button>
            <Button size="s" onClick={() => onEnter('audience')}>
              Add audience
            </Button>
          </>
        )
      }
    >
      {handle.metrics.length === 0 && <p className="text-ink-3">No number was reported yet.</p>}
      <DescriptionList
        className="grid-cols-[140px_minmax(0,1fr)]"
        items={handle.metrics.map(({ metric, value, asOf, source }) => ({
          key: metric,
          term: metricLabels[metric as HandleMetricName],
          value: (
            <span className="num">
              {show(metric, value)}{' '}
              <span className="text-ink-3">
                · {format.date(asOf)}, {source}
              </span>
            </span>
          ),
        }))}
      />
      {handle.names.length > 0 && (
        <p className="mt-2 text-sm text-ink-3">
          Was called{' '}
          {handle.names.map(({ name, replacedAt }) => `@${name} until ${format.date(replacedAt)}`).join(', ')}.
        </p>
      )}
      {handle.audience && <Audience audience={handle.audience} />}
    </Section>
  );
}
