'use client';

import { Plus, Trash2 } from 'lucide-react';
import { countryCodes, languageCodes } from '@/features/creators/components/labels.data';
import { readNumber, tidy } from '@/features/creators/components/read-number';
import { useNames } from '@/features/creators/components/use-names';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';

export type ShareGroup = 'countries' | 'ages' | 'genders' | 'languages';

export interface ShareRow {
  key: string;
  /** As typed, in percent. */
  percent: string;
}

const titles: Record<ShareGroup, string> = {
  countries: 'Countries',
  ages: 'Ages',
  genders: 'Genders',
  languages: 'Languages',
};

const keys: Record<ShareGroup, readonly string[]> = {
  countries: countryCodes,
  ages: ['13-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+'],
  genders: ['female', 'male', 'other'],
  languages: languageCodes,
};

interface ShareFieldsProps {
  group: ShareGroup;
  rows: readonly ShareRow[];
  errorOf: (path: string) => string | undefined;
  onChange: (rows: ShareRow[]) => void;
}

/** The shares of one group: what, and how many percent. */
export function ShareFields({ group, rows, errorOf, onChange }: ShareFieldsProps) {
  const nameOf = useNameOf(group);
  const change = (index: number, part: Partial<ShareRow>) =>
    onChange(rows.map((row, place) => (place === index ? { ...row, ...part } : row)));
  const free = keys[group].filter((key) => !rows.some((row) => row.key === key));
  const error = errorOf(group);
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-sm font-medium text-ink-2">{titles[group]}</legend>
      {rows.map((row, index) => (
        <div key={row.key} className="flex items-center gap-2">
          <Select
            aria-label={`${titles[group]}, share ${index + 1}`}
            className="flex-1"
            options={keys[group]
              .filter((key) => key === row.key || free.includes(key))
              .map((key) => ({ value: key, label: nameOf(key) }))
              .sort((a, b) => (group === 'ages' ? 0 : a.label.localeCompare(b.label)))}
            value={row.key}
            onChange={(event) => change(index, { key: event.target.value })}
          />
          <Input
            aria-label={`Percent of ${nameOf(row.key)}`}
            inputMode="decimal"
            className="num w-20 text-right"
            placeholder="%"
            value={row.percent}
            maxLength={10}
            onChange={(event) => change(index, { percent: event.target.value })}
          />
          <IconButton
            aria-label={`Leave ${nameOf(row.key)} out`}
            icon={<Trash2 />}
            onClick={() => onChange(rows.filter((_, place) => place !== index))}
          />
        </div>
      ))}
      {error && <p className="text-sm text-late">{error}</p>}
      {free.length > 0 && (
        <Button
          size="s"
          variant="quiet"
          icon={<Plus />}
          className="self-start"
          onClick={() => onChange([...rows, { key: nextKey(group, free), percent: '' }])}
        >
          {`Add to ${titles[group].toLowerCase()}`}
        </Button>
      )}
    </fieldset>
  );
}

function useNameOf(group: ShareGroup): (key: string) => string {
  const names = useNames();
  if (group === 'countries') return names.country;
  if (group === 'languages') return names.language;
  return (key) => key.charAt(0).toUpperCase() + key.slice(1);
}

/** Ages in their order; of countries and languages those that are met most. */
function nextKey(group: ShareGroup, free: readonly string[]): string {
  const usual: Partial<Record<ShareGroup, string[]>> = {
    countries: ['US', 'GB', 'DE', 'FR', 'ES'],
    languages: ['en', 'es', 'de', 'fr'],
  };
  return usual[group]?.find((key) => free.includes(key)) ?? free[0] ?? '';
}

interface ReadShares {
  shares: Record<string, number>;
  problems: { path: string; message: string }[];
}

/** The shares typed, as fractions of one, or what is wrong with them. */
export function readShares(group: ShareGroup, rows: readonly ShareRow[]): ReadShares {
  const shares: Record<string, number> = {};
  const wrong = (message: string): ReadShares => ({ shares, problems: [{ path: group, message }] });
  let sum = 0;
  for (const { key, percent } of rows) {
    if (percent.trim() === '') continue;
    const share = readNumber(percent);
    if (share === undefined) return wrong(`${titles[group]}: “${percent}” is not a percentage.`);
    shares[key] = tidy(share / 100);
    sum += share;
  }
  if (sum > 100.1) return wrong(`${titles[group]} add up to ${tidy(sum)} percent, more than all followers.`);
  return { shares, problems: [] };
}
