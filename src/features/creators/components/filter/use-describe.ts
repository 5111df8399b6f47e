'use client';

import { useMemo } from 'react';
import {
  durations,
  filterFields,
  operatorsOf,
  type FilterField,
} from '@/features/creators/components/filter/filter-fields.data';
import { useChoices, type Choices } from '@/features/creators/components/filter/use-choices';
import { isGroup, type FilterCondition, type FilterGroup } from '@/features/creators/model/filter';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import type { Format } from '@/ui/format';
import { useFormat } from '@/ui/locale-provider';

/** A part of a filter in words: `Stage is any of Active, Ambassador`. */
export function useDescribe(vocabulary: CreatorVocabulary): (part: FilterCondition | FilterGroup) => string {
  const choices = useChoices(vocabulary);
  const format = useFormat();
  const fields = useMemo(() => filterFields(vocabulary.customFields), [vocabulary.customFields]);
  const describe = (part: FilterCondition | FilterGroup): string => {
    if (isGroup(part)) return `(${part.conditions.map(describe).join(` ${part.combine} `)})`;
    const field = fields.find(({ key }) => key === keyOf(part));
    if (!field) return 'A field that is gone';
    const operator = operatorsOf[field.kind].find(({ value }) => value === part.operator)?.label ?? part.operator;
    const value =
      'value' in part && field.kind !== 'import' ? describeValue({ field, choices, format }, part.value) : '';
    return [field.label, operator, value].filter(Boolean).join(' ');
  };
  return describe;
}

/** Which of the fields a condition is about. */
export function keyOf(condition: { field: string; id?: string }): string {
  return condition.field === 'custom' ? `custom:${condition.id ?? ''}` : condition.field;
}

interface Surroundings {
  field: FilterField;
  choices: Choices;
  format: Format;
}

function describeValue({ field, choices, format }: Surroundings, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return field.kind === 'share' ? format.percent(value) : format.number(value);
  if (Array.isArray(value)) return value.map((one) => choices.label(field, String(one))).join(', ');
  if (typeof value === 'string') return describeText(field, format, value);
  if (field.kind === 'quote') return describeFee(format, value as Fee);
  const { min, max, from, to } = value as { min?: number; max?: number; from?: string; to?: string };
  const show = (edge: number | string | undefined) => describeValue({ field, choices, format }, edge ?? '');
  return `${show(min ?? from)} and ${show(max ?? to)}`;
}

function describeText(field: FilterField, format: Format, text: string): string {
  if (field.kind === 'day' && /^\d{4}/.test(text)) return format.day(text);
  if (field.kind === 'date' && /^\d{4}/.test(text)) return format.date(text);
  return durations.find(({ value }) => value === text)?.label ?? `“${text}”`;
}

interface Fee {
  currency: string;
  kind?: string;
  minMinor?: number;
  maxMinor?: number;
}

function describeFee(format: Format, { currency, kind, minMinor, maxMinor }: Fee): string {
  const from = minMinor === undefined ? 'nothing' : format.money(minMinor, currency);
  const to = maxMinor === undefined ? 'any' : format.money(maxMinor, currency);
  return `${from} and ${to}${kind ? ` (${kind})` : ''}`;
}
