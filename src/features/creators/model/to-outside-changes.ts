import type { Changes } from '@/features/creators/model/changes';
import { decodeId, encodeId, type IdKind } from '@/shared/ids';

const idFields: Record<string, IdKind> = { ownerId: 'membership', guardianId: 'contact' };
const customPrefix = 'custom.';

/** Changes with outside ids in place of the database's own: of owner and guardian, and in the names of custom values. */
export function toOutsideChanges(changes: Changes): Changes {
  return Object.fromEntries(
    Object.entries(changes).map(([field, { from, to }]) => [
      toOutsideField(field),
      { from: toOutsideValue(field, from), to: toOutsideValue(field, to) },
    ]),
  );
}

export function toOutsideField(field: string): string {
  if (!field.startsWith(customPrefix)) return field;
  return customPrefix + encodeId('customField', field.slice(customPrefix.length));
}

export function toOutsideValue(field: string, value: unknown): unknown {
  const kind = idFields[field];
  return kind && typeof value === 'string' ? encodeId(kind, value) : value;
}

/** @throws AppError not_found when it names a custom value by an id that is none */
export function toInsideField(field: string): string {
  if (!field.startsWith(customPrefix)) return field;
  return customPrefix + decodeId('customField', field.slice(customPrefix.length));
}
