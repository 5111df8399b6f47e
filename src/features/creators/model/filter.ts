/**
 * A filter over creators as it is saved, sent and shown: groups of conditions, at most `maxFilterDepth` deep. Ids are
 * outside ids (`tag_…`), so that the same text stands in an address, in a segment and in an answer.
 */
export interface FilterGroup {
  combine: 'and' | 'or';
  conditions: (FilterCondition | FilterGroup)[];
}

export type FilterCondition =
  | TextCondition
  | ChoiceCondition
  | SetCondition
  | NumberCondition
  | DateCondition
  | FlagCondition
  | QuoteCondition
  | SearchCondition
  | ImportCondition
  | CustomCondition;

type Emptiness = { operator: 'is_empty' | 'is_not_empty' };
type TextTest = { operator: 'is' | 'is_not' | 'contains' | 'starts_with'; value: string } | Emptiness;
type ChoiceTest = { operator: 'any_of' | 'none_of'; value: string[] } | Emptiness;
type SetTest = { operator: 'any_of' | 'all_of' | 'none_of'; value: string[] } | Emptiness;
type NumberTest =
  | { operator: 'at_least' | 'at_most'; value: number }
  | { operator: 'between'; value: { min: number; max: number } }
  | Emptiness;
type DateTest =
  | { operator: 'before' | 'after'; value: string }
  | { operator: 'between'; value: { from: string; to: string } }
  | { operator: 'within_last' | 'not_within_last'; value: string }
  | Emptiness;

export type TextCondition = { field: TextField } & TextTest;
export type ChoiceCondition = { field: ChoiceField } & ChoiceTest;
export type SetCondition = { field: SetField } & SetTest;
export type NumberCondition = { field: NumberField } & NumberTest;
export type DateCondition = { field: DateField } & DateTest;
export interface FlagCondition {
  field: FlagField;
  operator: 'is';
  value: boolean;
}
/** A fee asked or agreed, in minor units of one currency. */
export interface QuoteCondition {
  field: 'quoteAmount';
  operator: 'between';
  value: { currency: string; kind?: 'asked' | 'agreed'; minMinor?: number; maxMinor?: number };
}
/** The words of the search box: names, handles, mails, notes. */
export interface SearchCondition {
  field: 'text';
  operator: 'matches';
  value: string;
}
/** Whom an import (`imp_…`) made. */
export interface ImportCondition {
  field: 'import';
  operator: 'is';
  value: string;
}
/** The test has to fit the field's type, which only the workspace knows. */
export type CustomCondition = { field: 'custom'; id: string } & (
  TextTest | SetTest | NumberTest | DateTest | { operator: 'is'; value: boolean }
);

export const textFields = ['displayName', 'city', 'handle', 'email'] as const;
export const choiceFields = ['stage', 'owner', 'country', 'platform', 'source', 'legalBasis'] as const;
export const setFields = ['tags', 'languages'] as const;
export const numberFields = ['followers', 'engagementRate'] as const;
export const dateFields = ['createdAt', 'updatedAt', 'lastContactedAt', 'lastActivityAt'] as const;
export const flagFields = ['hasEmail', 'doNotContact', 'isMinor', 'archived'] as const;

export type TextField = (typeof textFields)[number];
export type ChoiceField = (typeof choiceFields)[number];
export type SetField = (typeof setFields)[number];
export type NumberField = (typeof numberFields)[number];
export type DateField = (typeof dateFields)[number];
export type FlagField = (typeof flagFields)[number];

/** Groups inside groups inside the outermost group. */
export const maxFilterDepth = 3;
export const maxFilterConditions = 50;
/** Values of one condition. */
export const maxFilterValues = 200;

export function isGroup(part: FilterCondition | FilterGroup): part is FilterGroup {
  return 'combine' in part;
}

/** How many conditions a filter holds, in all its groups. */
export function countConditions(group: FilterGroup): number {
  return group.conditions.reduce((sum, part) => sum + (isGroup(part) ? countConditions(part) : 1), 0);
}

/** Whether any condition, at any depth, is about this field. */
export function mentionsField(group: FilterGroup, field: FilterCondition['field']): boolean {
  return group.conditions.some((part) => (isGroup(part) ? mentionsField(part, field) : part.field === field));
}
