'use client';

import type { z } from 'zod';
import { useNames } from '@/features/creators/components/use-names';
import type { handleHistorySchema } from '@/features/creators/schemas/handle-history';
import { useFormat } from '@/ui/locale-provider';
import { Progress } from '@/ui/progress';

type AudienceSnapshot = NonNullable<z.output<typeof handleHistorySchema>['audience']>;

/** Who follows an account: the largest shares of each group, with source and date. */
export function Audience({ audience }: { audience: AudienceSnapshot }) {
  const format = useFormat();
  const names = useNames();
  const groups: [string, [string, number][] | null, (key: string) => string][] = [
    ['Countries', largestOf(audience.countries), names.country],
    ['Ages', audience.ages && Object.entries(audience.ages).sort(([a], [b]) => a.localeCompare(b)), (key) => key],
    ['Genders', largestOf(audience.genders), capitalise],
    ['Languages', largestOf(audience.languages), names.language],
  ];
  return (
    <div className="mt-3 border-t border-line pt-3">
      <p className="mb-2 text-sm text-ink-3">
        Audience · {format.date(audience.asOf)}, {audience.source}
        {audience.authenticity !== null && ` · ${format.percent(audience.authenticity, 0)} judged real`}
      </p>
      <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
        {groups.map(
          ([title, shares, label]) => shares && <Shares key={title} title={title} shares={shares} label={label} />,
        )}
      </div>
    </div>
  );
}

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function largestOf(shares: Record<string, number> | null): [string, number][] | null {
  if (!shares) return null;
  return Object.entries(shares)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 6);
}

function Shares(props: { title: string; shares: [string, number][]; label: (key: string) => string }) {
  const format = useFormat();
  return (
    <div>
      <h3 className="mb-1 text-sm font-semibold text-ink-2">{props.title}</h3>
      <ul className="flex flex-col gap-1">
        {props.shares.map(([key, share]) => (
          <li key={key} className="num flex items-center gap-2 text-sm">
            <span className="w-24 truncate">{props.label(key)}</span>
            <span className="flex-1">
              <Progress label={props.label(key)} value={share} max={1} />
            </span>
            <span className="w-10 text-right">{format.percent(share, 0)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
