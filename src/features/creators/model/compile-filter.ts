import {
  type ChoiceCondition,
  type CustomCondition,
  type DateCondition,
  type FilterCondition,
  type FilterGroup,
  type FlagField,
  isGroup,
  mentionsField,
  type NumberCondition,
  type QuoteCondition,
  type SetCondition,
  type TextCondition,
} from '@/features/creators/model/filter';
import { customTests } from '@/features/creators/model/custom-filter-tests';
import type { CustomFieldType } from '@/features/creators/model/vocabulary';
import { subtractIsoDuration } from '@/shared/iso-duration';
import { decodeId } from '@/shared/ids';

/** What a predicate looks at: a field of the record, or a custom field by its UUID. */
export type Target = { field: Exclude<FilterCondition['field'], 'custom'> } | { custom: string; type: CustomFieldType };

/** A filter ready to be asked: ids are UUIDs, relative times are instants, custom fields have their type. */
export type Predicate =
  | { test: 'every' | 'some'; parts: Predicate[] }
  | { test: 'empty'; target: Target; empty: boolean }
  | { test: 'text'; target: Target; match: 'is' | 'contains' | 'starts_with'; value: string; negated: boolean }
  | { test: 'choice' | 'set'; target: Target; match: 'any' | 'all' | 'none'; values: string[] }
  | { test: 'range'; target: Target; from?: Bound; to?: Bound; orEmpty?: true }
  | { test: 'flag'; target: Target; value: boolean }
  | { test: 'search'; query: string }
  | { test: 'import'; id: string }
  | { test: 'quote'; value: QuoteCondition['value'] };

export interface Bound {
  /** Numbers as they are, instants as RFC 3339, days as `YYYY-MM-DD`. */
  value: number | string;
  inclusive: boolean;
}

/** A condition that cannot be asked today: a sentence for the person whose filter it is. */
export interface FilterProblem {
  reason: 'unknown_field' | 'wrong_test' | 'hidden_field' | 'no_person';
  message: string;
}

/** What a filter's meaning depends on besides itself. */
export interface FilterSurroundings {
  now: Date;
  /** The member whom `me` means; null for a key. */
  membershipId: string | null;
  /** Types of the workspace's living custom fields by UUID. */
  customFields: ReadonlyMap<string, CustomFieldType>;
  money: boolean;
  personal: boolean;
}

export interface CompiledFilter {
  predicate: Predicate;
  /** Archived creators are left out unless the filter speaks of them. */
  withArchived: boolean;
  problems: FilterProblem[];
}

/** Resolves a filter against its surroundings. Pure: the same filter, surroundings and time give the same predicate. */
export function compileFilter(filter: FilterGroup, surroundings: FilterSurroundings): CompiledFilter {
  const problems: FilterProblem[] = [];
  const predicate = compileGroup(filter, (condition) => {
    const compiled = compileCondition(condition, surroundings);
    if (!('reason' in compiled)) return compiled;
    problems.push(compiled);
    return { test: 'some', parts: [] };
  });
  return { predicate, withArchived: mentionsField(filter, 'archived'), problems };
}

function compileGroup(group: FilterGroup, compile: (condition: FilterCondition) => Predicate): Predicate {
  return {
    test: group.combine === 'and' ? 'every' : 'some',
    parts: group.conditions.map((part) => (isGroup(part) ? compileGroup(part, compile) : compile(part))),
  };
}

type Compiled = Predicate | FilterProblem;

function compileCondition(condition: FilterCondition, surroundings: FilterSurroundings): Compiled {
  switch (condition.field) {
    case 'text':
      return { test: 'search', query: condition.value };
    case 'import':
      return { test: 'import', id: decodeId('import', condition.value) };
    case 'quoteAmount':
      return surroundings.money ? { test: 'quote', value: condition.value } : hidden('fees');
    case 'email':
      return surroundings.personal ? compileTest(condition, condition, surroundings) : hidden('addresses');
    case 'owner':
      return compileOwner(condition, surroundings);
    case 'tags':
      return compileTest(
        condition,
        decodeValues(condition, (id) => decodeId('tag', id)),
        surroundings,
      );
    case 'custom':
      return compileCustom(condition, surroundings);
    default:
      return compileTest(condition, condition, surroundings);
  }
}

function hidden(what: string): FilterProblem {
  return { reason: 'hidden_field', message: `This filter asks for ${what}, which your role does not see.` };
}

function decodeValues<Condition extends SetCondition | ChoiceCondition>(
  condition: Condition,
  decode: (value: string) => string,
): Condition {
  return 'value' in condition ? { ...condition, value: condition.value.map(decode) } : condition;
}

function compileOwner(condition: ChoiceCondition, surroundings: FilterSurroundings): Compiled {
  const me = surroundings.membershipId;
  if ('value' in condition && condition.value.includes('me') && me === null) {
    return { reason: 'no_person', message: 'This filter asks for "me", and a key is nobody.' };
  }
  const decoded = decodeValues(condition, (id) => (id === 'me' ? (me ?? '') : decodeId('membership', id)));
  return compileTest(condition, decoded, surroundings);
}

function compileCustom(condition: CustomCondition, surroundings: FilterSurroundings): Compiled {
  const id = decodeId('customField', condition.id);
  const type = surroundings.customFields.get(id);
  if (!type) {
    return { reason: 'unknown_field', message: 'This filter asks for a custom field that does not exist any more.' };
  }
  if (!customTests[type](condition)) {
    return {
      reason: 'wrong_test',
      message: `A custom field of type ${type} cannot be tested by "${condition.operator}".`,
    };
  }
  return compileTest({ custom: id, type }, condition, surroundings);
}

type Tested = TextCondition | ChoiceCondition | SetCondition | NumberCondition | DateCondition | CustomCondition;
type AnyTest = Tested | { field: FlagField; operator: 'is'; value: boolean };

function compileTest(target: Target | FilterCondition, condition: AnyTest, { now }: FilterSurroundings): Predicate {
  const on = targetOf(target);
  switch (condition.operator) {
    case 'is_empty':
    case 'is_not_empty':
      return { test: 'empty', target: on, empty: condition.operator === 'is_empty' };
    case 'is':
      if (typeof condition.value === 'boolean') return { test: 'flag', target: on, value: condition.value };
      return { test: 'text', target: on, match: 'is', value: condition.value, negated: false };
    case 'is_not':
      return { test: 'text', target: on, match: 'is', value: condition.value, negated: true };
    case 'contains':
    case 'starts_with':
      return { test: 'text', target: on, match: condition.operator, value: condition.value, negated: false };
    case 'any_of':
    case 'all_of':
    case 'none_of':
      return { test: testOfMany(on), target: on, match: matches[condition.operator], values: condition.value };
    default:
      return { test: 'range', target: on, ...boundsOf(condition, now) };
  }
}

function targetOf(target: Target | FilterCondition): Target {
  if (!('field' in target)) return target;
  if (target.field === 'custom') throw new Error('a custom field is named by its id');
  return { field: target.field };
}

const matches = { any_of: 'any', all_of: 'all', none_of: 'none' } as const;

function testOfMany(target: Target): 'choice' | 'set' {
  const set =
    'custom' in target ? target.type === 'multi_select' : target.field === 'tags' || target.field === 'languages';
  return set ? 'set' : 'choice';
}

type RangeTest = Extract<
  AnyTest,
  { operator: 'at_least' | 'at_most' | 'before' | 'after' | 'between' | 'within_last' | 'not_within_last' }
>;

function boundsOf(condition: RangeTest, now: Date): { from?: Bound; to?: Bound; orEmpty?: true } {
  switch (condition.operator) {
    case 'at_least':
      return { from: { value: condition.value, inclusive: true } };
    case 'at_most':
      return { to: { value: condition.value, inclusive: true } };
    case 'after':
      return { from: { value: condition.value, inclusive: false } };
    case 'before':
      return { to: { value: condition.value, inclusive: false } };
    case 'within_last':
      return { from: { value: subtractIsoDuration(now, condition.value).toISOString(), inclusive: true } };
    case 'not_within_last':
      return {
        to: { value: subtractIsoDuration(now, condition.value).toISOString(), inclusive: false },
        orEmpty: true,
      };
    case 'between':
      return 'min' in condition.value
        ? { from: { value: condition.value.min, inclusive: true }, to: { value: condition.value.max, inclusive: true } }
        : {
            from: { value: condition.value.from, inclusive: true },
            to: { value: condition.value.to, inclusive: true },
          };
  }
}
