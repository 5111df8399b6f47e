import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import type { CustomFieldType } from '@/features/creators/model/vocabulary';

/** How a field is asked about. */
export type FilterKind =
  'text' | 'choice' | 'set' | 'number' | 'share' | 'date' | 'day' | 'flag' | 'quote' | 'search' | 'import';
/** Where the values of a choice come from. */
export type ChoiceSource =
  'stage' | 'owner' | 'country' | 'platform' | 'source' | 'legalBasis' | 'tags' | 'languages' | 'options';

export interface FilterField {
  /** The field in the filter; with `:` and an id for custom fields. */
  key: string;
  field: string;
  /** Of a custom field. */
  id?: string;
  label: string;
  kind: FilterKind;
  source?: ChoiceSource;
  options?: readonly string[];
}

const own: [field: string, label: string, kind: FilterKind, source?: ChoiceSource][] = [
  ['text', 'Search words', 'search'],
  ['displayName', 'Name', 'text'],
  ['handle', 'Handle', 'text'],
  ['email', 'E-mail', 'text'],
  ['stage', 'Stage', 'choice', 'stage'],
  ['owner', 'Owner', 'choice', 'owner'],
  ['tags', 'Tags', 'set', 'tags'],
  ['platform', 'Platform', 'choice', 'platform'],
  ['followers', 'Followers', 'number'],
  ['engagementRate', 'Engagement', 'share'],
  ['country', 'Country', 'choice', 'country'],
  ['city', 'City', 'text'],
  ['languages', 'Languages', 'set', 'languages'],
  ['quoteAmount', 'Fee', 'quote'],
  ['lastContactedAt', 'Last contacted', 'date'],
  ['lastActivityAt', 'Last activity', 'date'],
  ['createdAt', 'Created', 'date'],
  ['updatedAt', 'Updated', 'date'],
  ['hasEmail', 'Has an e-mail', 'flag'],
  ['doNotContact', 'Do not contact', 'flag'],
  ['isMinor', 'Minor', 'flag'],
  ['archived', 'Archived', 'flag'],
  ['source', 'Source', 'choice', 'source'],
  ['legalBasis', 'Legal basis', 'choice', 'legalBasis'],
  ['import', 'Made by', 'import'],
];

const customKinds: Record<CustomFieldType, FilterKind> = {
  text: 'text',
  url: 'text',
  number: 'number',
  date: 'day',
  boolean: 'flag',
  select: 'choice',
  multi_select: 'set',
};

/** Everything a creator can be filtered by: our own fields, then the workspace's. */
export function filterFields(customFields: CreatorVocabulary['customFields']): FilterField[] {
  return [
    ...own.map(([field, label, kind, source]) => ({ key: field, field, label, kind, source })),
    ...customFields.map(({ id, label, type, options }) => ({
      key: `custom:${id}`,
      field: 'custom',
      id,
      label,
      kind: customKinds[type],
      source: 'options' as const,
      options,
    })),
  ];
}

export interface FilterOperator {
  value: string;
  label: string;
  /** What the person enters. */
  input: 'text' | 'many' | 'number' | 'range' | 'date' | 'dates' | 'duration' | 'yes' | 'quote' | 'none' | 'given';
}

const emptiness: FilterOperator[] = [
  { value: 'is_empty', label: 'is empty', input: 'none' },
  { value: 'is_not_empty', label: 'is not empty', input: 'none' },
];
const oneOf: FilterOperator[] = [
  { value: 'any_of', label: 'is any of', input: 'many' },
  { value: 'none_of', label: 'is none of', input: 'many' },
];
const numbers: FilterOperator[] = [
  { value: 'at_least', label: 'is at least', input: 'number' },
  { value: 'at_most', label: 'is at most', input: 'number' },
  { value: 'between', label: 'is between', input: 'range' },
  ...emptiness,
];
const dates: FilterOperator[] = [
  { value: 'within_last', label: 'in the last', input: 'duration' },
  { value: 'not_within_last', label: 'not in the last', input: 'duration' },
  { value: 'before', label: 'before', input: 'date' },
  { value: 'after', label: 'after', input: 'date' },
  { value: 'between', label: 'between', input: 'dates' },
  ...emptiness,
];

export const operatorsOf: Record<FilterKind, FilterOperator[]> = {
  text: [
    { value: 'contains', label: 'contains', input: 'text' },
    { value: 'is', label: 'is', input: 'text' },
    { value: 'is_not', label: 'is not', input: 'text' },
    { value: 'starts_with', label: 'starts with', input: 'text' },
    ...emptiness,
  ],
  choice: [...oneOf, ...emptiness],
  set: [
    { value: 'any_of', label: 'has any of', input: 'many' },
    { value: 'all_of', label: 'has all of', input: 'many' },
    { value: 'none_of', label: 'has none of', input: 'many' },
    ...emptiness,
  ],
  number: numbers,
  share: numbers,
  date: dates,
  day: dates,
  flag: [{ value: 'is', label: 'is', input: 'yes' }],
  quote: [{ value: 'between', label: 'is between', input: 'quote' }],
  search: [{ value: 'matches', label: 'match', input: 'text' }],
  // Comes with a link of the import's report; there is nothing to enter.
  import: [{ value: 'is', label: 'one import', input: 'given' }],
};

export const durations = [
  { value: 'P7D', label: '7 days' },
  { value: 'P14D', label: '14 days' },
  { value: 'P30D', label: '30 days' },
  { value: 'P90D', label: '90 days' },
  { value: 'P180D', label: '180 days' },
  { value: 'P1Y', label: '1 year' },
];
