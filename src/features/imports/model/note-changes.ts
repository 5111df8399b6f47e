import type { RowWork } from './row-work';

interface Change {
  from: unknown;
  to: unknown;
}

/** Enters before and after of a column: for the undo, and for the creator's event. */
export function noteField({ changes, draft, creator }: RowWork, field: string, change: Change): void {
  const fields = (changes.fields ??= {});
  const earlier = fields[field];
  fields[field] = { from: earlier ? earlier.from : change.from, to: change.to };
  if (creator.version > 0) draft.updated.set(creator.id, creator);
}

/** Enters something that was added, as the creator's event shows it. */
export function noteAdded({ added }: RowWork, kind: string, shown: string): void {
  (added[kind] ??= []).push(shown);
}

/** Joins what this row changed to what its creator's event will tell. */
export function noteEvent({ changes, added, draft, creator }: RowWork): void {
  const told = draft.changes.get(creator.id) ?? {};
  for (const [field, change] of Object.entries(changes.fields ?? {})) {
    const name = field.startsWith('custom.') ? 'custom' : field;
    const earlier = told[name];
    told[name] = { from: earlier ? earlier.from : change.from, to: change.to };
  }
  for (const [kind, shown] of Object.entries(added)) {
    const earlier = (told[kind]?.to as string[] | undefined) ?? [];
    told[kind] = { from: null, to: [...earlier, ...shown] };
  }
  draft.changes.set(creator.id, told);
}

/** Equality of JSON values, without regard to the order of keys. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
