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
  switch (field.type) {
    case 'text':
      return isText(value) ? { ok: true, value } : refuse(`must be a text of at most ${longestText} characters`);
    case 'url':
      return isText(value) && isWebAddress(value) ? { ok: true, value } : refuse('must be a web address');
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? { ok: true, value } : refuse('must be a number');
    case 'boolean':
      return typeof value === 'boolean' ? { ok: true, value } : refuse('must be true or false');
    case 'date':
      return isDay(value) ? { ok: true, value } : refuse('must be a day like 2026-03-31');
    case 'select':
      return isText(value) && field.options.includes(value) ? { ok: true, value } : refuse(choices(field));
    case 'multi_select':
      return areOptions(value, field) ? { ok: true, value: [...new Set(value)] } : refuse(choices(field));
  }
}

function refuse(message: string): CustomValueResult {
  return { ok: false, message };
}

function choices({ options }: CustomFieldRule): string {
  return `must be one of: ${options.join(', ')}`;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestText && !value.includes('\0') && !/\p{Cs}/u.test(value);
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}

function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function areOptions(value: unknown, { options }: CustomFieldRule): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string' && options.includes(entry));
}
