'use client';

import { Ban } from 'lucide-react';
import { platformMarks } from '@/features/creators/components/labels.data';
import { useNames } from '@/features/creators/components/use-names';
import type { CustomFieldType } from '@/features/creators/model/vocabulary';
import type { CreatorRow } from '@/features/creators/schemas/creator-list';
import { platformRules } from '@/shared/identity/platforms';
import { Avatar } from '@/ui/avatar';
import { StatusBadge } from '@/ui/badge';
import { Chip } from '@/ui/chip';
import { useFormat } from '@/ui/locale-provider';
import { useNow } from '@/ui/shell/workspace-scope';

interface Row {
  row: CreatorRow;
}

const none = (
  <span data-empty="" className="text-ink-3">
    –
  </span>
);

function Name({ row }: Row) {
  return (
    <>
      <Avatar id={row.id} name={row.displayName} />
      <span className="max-w-[calc(100%-38px)] shrink-0 truncate font-medium">{row.displayName}</span>
      {row.primaryHandle && <span className="min-w-0 truncate text-ink-3">@{row.primaryHandle}</span>}
      {row.doNotContact && (
        <span title="Do not contact" className="shrink-0 text-late">
          <Ban aria-hidden="true" className="size-3.5" />
          <span className="sr-only">Do not contact</span>
        </span>
      )}
    </>
  );
}

function Handles({ row }: Row) {
  const format = useFormat();
  if (row.handles.length === 0) return none;
  return (
    <span className="num flex min-w-0 gap-2.5 truncate text-sm text-ink-2">
      {row.handles.slice(0, 2).map(({ platform, name, followers }) => (
        <span key={`${platform} ${name}`} title={`${platformRules[platform].label}: @${name}`} className="shrink-0">
          <span className="text-ink-3">{platformMarks[platform]}</span>
          {followers !== null && ` ${format.compact(followers)}`}
        </span>
      ))}
      {row.handles.length > 2 && <span className="text-ink-3">+{row.handles.length - 2}</span>}
    </span>
  );
}

function Followers({ row }: Row) {
  const format = useFormat();
  if (row.followers === null) return none;
  const title = `${format.number(row.followers)}, as of ${format.date(row.followersAsOf)}`;
  return <span title={title}>{format.compact(row.followers)}</span>;
}

function Share({ value }: { value: number | null }) {
  const format = useFormat();
  return value === null ? none : format.percent(value);
}

function Stage({ row }: Row) {
  return <StatusBadge kind="creatorStage" value={row.stage} />;
}

function Country({ row }: Row) {
  const names = useNames();
  if (!row.country) return none;
  const name = names.country(row.country);
  return (
    <span className="truncate" title={name}>
      {name}
    </span>
  );
}

function Owner({ row }: Row) {
  if (!row.owner) return none;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Avatar id={row.owner.id} name={row.owner.name} size="xs" />
      <span className="truncate">{row.owner.name}</span>
    </span>
  );
}

/** As many letters of tags as fit; the rest is a number and the title. */
const tagLetters = 12;

function Tags({ row }: Row) {
  if (row.tags.length === 0) return none;
  const [first, second] = row.tags;
  const two = `${first?.name ?? ''}${second?.name ?? ''}`.length <= tagLetters;
  const shown = row.tags.slice(0, two ? 2 : 1);
  const more = row.tags.length - shown.length;
  return (
    <span className="flex min-w-0 items-center gap-1" title={row.tags.map(({ name }) => name).join(', ')}>
      {shown.map(({ id, name }) => (
        <Chip key={id} className="min-w-0 shrink">
          {name}
        </Chip>
      ))}
      {more > 0 && <span className="num shrink-0 text-sm text-ink-3">+{more}</span>}
    </span>
  );
}

function Moment({ at, missing }: { at: string | null; missing: string }) {
  const format = useFormat();
  const now = useNow();
  if (!at) return <span className="text-ink-3">{missing}</span>;
  return <span title={format.dateTime(at)}>{format.moment(at, now)}</span>;
}

function Text({ text }: { text: string | null }) {
  return text ? <span className="truncate">{text}</span> : none;
}

function Languages({ row }: Row) {
  const names = useNames();
  return <Text text={row.languages.map((tag) => names.language(tag)).join(', ')} />;
}

function Custom({ type, value }: { type: CustomFieldType; value: unknown }) {
  const text = useCustomText()(type, value);
  return <Text text={text} />;
}

/** The value of a custom field as a person reads it; null for none. */
export function useCustomText(): (type: CustomFieldType, value: unknown) => string | null {
  const format = useFormat();
  return (type, value) => {
    if (value === null || value === undefined || value === '') return null;
    if (typeof value === 'boolean') return value ? 'Yes' : 'No';
    if (typeof value === 'number') return format.number(value);
    if (Array.isArray(value)) return value.map(String).join(', ');
    if (typeof value !== 'string') return null;
    return type === 'date' ? format.day(value) : value;
  };
}

/** What stands in the cells of the list. */
export const CreatorCells = {
  Name,
  Handles,
  Followers,
  Share,
  Stage,
  Country,
  Owner,
  Tags,
  Moment,
  Text,
  Languages,
  Custom,
};
