import type { FilterCondition, FilterGroup } from '@/features/creators/model/filter';
import type { CreatorRow } from '@/features/creators/schemas/creator-list';
import { foldText } from '@/shared/identity/fold-name';

/** Whether a row of the list meets a filter: what the SQL of the product is compared with. */
export function holds(group: FilterGroup, row: CreatorRow): boolean {
  const test = (part: FilterGroup | FilterCondition) => ('combine' in part ? holds(part, row) : meets(part, row));
  return group.combine === 'and' ? group.conditions.every(test) : group.conditions.some(test);
}

function meets(condition: FilterCondition, row: CreatorRow): boolean {
  const value = valuesOf(condition.field, row);
  switch (condition.operator) {
    case 'is_empty':
      return value.length === 0;
    case 'is_not_empty':
      return value.length > 0;
    case 'any_of':
      return condition.value.some((one) => value.includes(one));
    case 'all_of':
      return condition.value.every((one) => value.includes(one));
    case 'none_of':
      return !condition.value.some((one) => value.includes(one));
    case 'at_least':
      return value.length > 0 && Number(value[0]) >= condition.value;
    case 'at_most':
      return value.length > 0 && Number(value[0]) <= condition.value;
    case 'within_last':
      return value.length > 0 && value[0]! >= ago[condition.value]!;
    case 'not_within_last':
      return !(value.length > 0 && value[0]! >= ago[condition.value]!);
    default:
      return meetsText(condition, value[0]);
  }
}

const ago: Record<string, string> = {
  P30D: '2026-10-21T12:00:00.000Z',
  P6M: '2026-05-20T12:00:00.000Z',
  P1Y: '2025-11-20T12:00:00.000Z',
  PT1H: '2026-11-20T11:00:00.000Z',
};

function meetsText(condition: FilterCondition, text: string | undefined): boolean {
  const asked = 'value' in condition ? condition.value : undefined;
  if (typeof asked === 'boolean') return (text === 'true') === asked;
  if (typeof asked !== 'string') throw new Error('not a test of text');
  const fold = condition.field === 'displayName' && foldText(asked) !== '' ? foldText : lower;
  return compareText(condition.operator, text === undefined ? null : fold(text), fold(asked));
}

function compareText(operator: FilterCondition['operator'], given: string | null, asked: string): boolean {
  if (operator === 'is_not') return given !== asked;
  if (given === null) return false;
  if (operator === 'is') return given === asked;
  return operator === 'contains' ? given.includes(asked) : given.startsWith(asked);
}

const lower = (text: string) => text.toLowerCase();

function valuesOf(field: FilterCondition['field'], row: CreatorRow): string[] {
  const own: Partial<Record<FilterCondition['field'], unknown[]>> = {
    owner: [row.owner?.id],
    platform: row.handles.map((handle) => handle.platform),
    tags: row.tags.map((tag) => tag.id),
    languages: row.languages,
    email: [row.primaryEmail],
    hasEmail: [row.primaryEmail !== null],
  };
  const values = own[field] ?? [row[field as keyof CreatorRow]];
  return values.filter((value) => value !== null && value !== undefined).map(String);
}
