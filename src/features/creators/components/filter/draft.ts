import { keyOf } from '@/features/creators/components/filter/use-describe';
import {
  operatorsOf,
  type FilterField,
  type FilterOperator,
} from '@/features/creators/components/filter/filter-fields.data';
import { isGroup, type FilterCondition, type FilterGroup } from '@/features/creators/model/filter';

/** A filter while it is being written: conditions may still lack their value. */
export interface DraftGroup {
  id: number;
  combine: 'and' | 'or';
  parts: (DraftGroup | DraftCondition)[];
}
export interface DraftCondition {
  id: number;
  /** `key` of its FilterField. */
  key: string;
  operator: string;
  value: unknown;
}

let lastId = 0;
const nextId = () => (lastId += 1);

export function isDraftGroup(part: DraftGroup | DraftCondition): part is DraftGroup {
  return 'parts' in part;
}

export function newCondition(field: FilterField): DraftCondition {
  const operator = operatorsOf[field.kind][0]?.value ?? '';
  return { id: nextId(), key: field.key, operator, value: field.kind === 'flag' ? true : undefined };
}

export function newGroup(parts: DraftGroup['parts']): DraftGroup {
  return { id: nextId(), combine: 'and', parts };
}

export function toDraft(filter: FilterGroup | null): DraftGroup {
  if (!filter) return newGroup([]);
  const parts = filter.conditions.map((part) =>
    isGroup(part)
      ? toDraft(part)
      : {
          id: nextId(),
          key: keyOf(part),
          operator: part.operator,
          value: 'value' in part ? part.value : undefined,
        },
  );
  return { id: nextId(), combine: filter.combine, parts };
}

/** What of the draft can be asked already; null when nothing can. */
export function fromDraft(draft: DraftGroup, fields: readonly FilterField[]): FilterGroup | null {
  const conditions = draft.parts.flatMap((part): FilterGroup['conditions'] => {
    if (isDraftGroup(part)) {
      const group = fromDraft(part, fields);
      return group ? [group] : [];
    }
    const condition = toCondition(part, fields);
    return condition ? [condition] : [];
  });
  return conditions.length > 0 ? { combine: draft.combine, conditions } : null;
}

function toCondition({ key, operator, value }: DraftCondition, fields: readonly FilterField[]): FilterCondition | null {
  const field = fields.find((other) => other.key === key);
  const input = field && operatorsOf[field.kind].find((other) => other.value === operator)?.input;
  if (!field || !input || !complete[input](value)) return null;
  const own = field.id ? { field: 'custom', id: field.id } : { field: field.field };
  return { ...own, operator, ...(input !== 'none' && { value }) } as FilterCondition;
}

const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
const edges = (value: unknown) => (value ?? {}) as Record<string, unknown>;

const complete: Record<FilterOperator['input'], (value: unknown) => boolean> = {
  none: () => true,
  text: isText,
  given: isText,
  date: isText,
  duration: isText,
  yes: (value) => typeof value === 'boolean',
  number: isNumber,
  many: (value) => Array.isArray(value) && value.length > 0,
  range: (value) => isNumber(edges(value)['min']) && isNumber(edges(value)['max']),
  dates: (value) => isText(edges(value)['from']) && isText(edges(value)['to']),
  quote: (value) => {
    const { currency, minMinor, maxMinor } = edges(value);
    return isText(currency) && (isNumber(minMinor) || isNumber(maxMinor));
  },
};
