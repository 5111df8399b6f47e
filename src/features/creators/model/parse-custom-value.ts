import type { CustomFieldType } from '@/features/creators/model/vocabulary';

export interface CustomFieldRule {
  type: CustomFieldType;
  options: readonly string[];
}

export type CustomValue = string | number | boolean | string[];
export type CustomValueResult = { ok: true; value: CustomValue } | { ok: false; message: string };

const longestText = 5000;

/** Judges a value by the type of its field. Nothing is guessed: a number is a number, a day is `YYYY-MM-DD`. */
export function parseCustomValue(field: CustomFieldRule, value: unknown): CustomValueResult {
  const { accepts, wanted } = rules[field.type];
  if (!accepts(value, field)) return { ok: false, message: `must be ${wanted(field)}` };
  return { ok: true, value: Array.isArray(value) ? [...new Set(value as string[])] : (value as CustomValue) };
}

interface TypeRule {
  accepts: (value: unknown, field: CustomFieldRule) => boolean;
  wanted: (field: CustomFieldRule) => string;
}

const rules: Record<CustomFieldType, TypeRule> = {
  text: { accepts: isText, wanted: () => `a text of at most ${longestText} characters` },
  url: { accepts: isWebAddress, wanted: () => 'a web address' },
  number: { accepts: (value) => Number.isFinite(value), wanted: () => 'a number' },
  boolean: { accepts: (value) => typeof value === 'boolean', wanted: () => 'true or false' },
  date: { accepts: isDay, wanted: () => 'a day like 2026-03-31' },
  select: { accepts: (value, { options }) => isText(value) && options.includes(value), wanted: choices },
  multi_select: { accepts: areOptions, wanted: choices },
};

function choices({ options }: CustomFieldRule): string {
  return `one of: ${options.join(', ')}`;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestText && !value.includes('\0') && !/\p{Cs}/u.test(value);
}

function isWebAddress(value: unknown): boolean {
  return isText(value) && /^https?:\/\//i.test(value) && URL.canParse(value);
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function areOptions(value: unknown, { options }: CustomFieldRule): boolean {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string' && options.includes(entry));
}
