import { fieldLabel } from '@/features/creators/schemas/field-labels.data';
import type { Format } from '@/ui/format';

export type Changes = Record<string, { from: unknown; to: unknown }>;

/** `City: Berlin → Hamburg · Birthday: set`, of the before and after of an event; null for none. */
export function changeLines(changes: Changes, format: Format): string | null {
  const lines = Object.entries(changes).map(([field, { from, to }]) => {
    const after = shown(numberOf(field, to), format);
    // What was added has no before: it says what came, not what there was.
    const added = from === null && Array.isArray(to);
    return `${fieldLabel(field)}: ${added ? '' : `${shown(numberOf(field, from), format)} → `}${after}`;
  });
  return lines.length > 0 ? lines.join(' · ') : null;
}

/** A count of followers is carried as text, for it may be larger than a number of JSON. */
function numberOf(field: string, value: unknown): unknown {
  if (field !== 'followers') return value;
  if (Array.isArray(value)) return value.map(Number);
  return typeof value === 'string' ? Number(value) : value;
}

function shown(value: unknown, format: Format): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'object') return shownParts(value, format);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return format.number(value);
  if (typeof value !== 'string') return '…';
  return /^\d{4}-\d\d-\d\d$/.test(value) ? format.day(value) : value.replaceAll('_', ' ');
}

/** A person by the name; anything else by its parts. */
function shownParts(value: object, format: Format): string {
  if ('id' in value && 'name' in value) return shown(value.name, format);
  const parts = Object.values(value).map((part) => shown(part, format));
  return parts.join(', ') || 'nothing';
}
