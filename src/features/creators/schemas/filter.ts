import { z } from 'zod';
import {
  countConditions,
  dateFields,
  flagFields,
  maxFilterConditions,
  maxFilterDepth,
  maxFilterValues,
  numberFields,
  type setFields,
  textFields,
  type FilterCondition,
  type FilterGroup,
} from '@/features/creators/model/filter';
import { LEGAL_BASES, STAGES } from '@/features/creators/model/vocabulary';
import { isIsoDuration } from '@/shared/iso-duration';
import { PLATFORMS } from '@/shared/identity/platforms';
import { idPrefixes, type IdKind } from '@/shared/ids';

/** An outside id that stays one: filters are kept and shown with outside ids. */
function outsideId(kind: IdKind) {
  return z.string().regex(new RegExp(`^${idPrefixes[kind]}_[0-9a-f]{32}$`), `must be an id like ${idPrefixes[kind]}_…`);
}

const text = z.string().trim().min(1).max(200);
const number = z.number().min(0).max(1e15);
const instant = z.iso.datetime({ offset: true }).meta({ description: 'RFC 3339 with an offset' });
const day = z.iso.date();
const duration = z
  .string()
  .refine(isIsoDuration, 'must be an ISO 8601 duration like P30D')
  .meta({ description: 'ISO 8601 duration, back from now' });
const values = <Value extends z.ZodType<string>>(value: Value) => z.array(value).min(1).max(maxFilterValues);
const flag = z.boolean();
const minMax = z.strictObject({ min: number, max: number });

/** One test of one field; without `value` for the tests that need none. */
function test<Field extends z.ZodType, Operator extends string>(field: Field, ...operators: [Operator, ...Operator[]]) {
  const operator = z.enum(operators);
  return {
    with: <Value extends z.ZodType>(value: Value) => z.strictObject({ field, operator, value }),
    alone: () => z.strictObject({ field, operator }),
  };
}

const emptiness = <Field extends z.ZodType>(field: Field) => test(field, 'is_empty', 'is_not_empty').alone();

const textField = z.enum(textFields);
const textCondition = z.discriminatedUnion('operator', [
  test(textField, 'is', 'is_not', 'contains', 'starts_with').with(text),
  emptiness(textField),
]);

function choice<const Name extends string>(name: Name, value: z.ZodType<string>) {
  const field = z.literal(name);
  return z.discriminatedUnion('operator', [test(field, 'any_of', 'none_of').with(values(value)), emptiness(field)]);
}

const choiceConditions = [
  choice('stage', z.enum(STAGES)),
  choice('owner', z.union([z.literal('me'), outsideId('membership')])),
  choice('country', z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code of two capitals')),
  choice('platform', z.enum(PLATFORMS)),
  choice('source', text),
  choice('legalBasis', z.enum(LEGAL_BASES)),
] as const;

function set<const Name extends (typeof setFields)[number]>(name: Name, value: z.ZodType<string>) {
  const field = z.literal(name);
  return z.discriminatedUnion('operator', [
    test(field, 'any_of', 'all_of', 'none_of').with(values(value)),
    emptiness(field),
  ]);
}

const numberField = z.enum(numberFields);
const numberCondition = z.discriminatedUnion('operator', [
  test(numberField, 'at_least', 'at_most').with(number),
  test(numberField, 'between').with(minMax),
  emptiness(numberField),
]);

const dateField = z.enum(dateFields);
const dateCondition = z.discriminatedUnion('operator', [
  test(dateField, 'before', 'after').with(instant),
  test(dateField, 'between').with(z.strictObject({ from: instant, to: instant })),
  test(dateField, 'within_last', 'not_within_last').with(duration),
  emptiness(dateField),
]);

const flagCondition = test(z.enum(flagFields), 'is').with(flag);

const quoteCondition = test(z.literal('quoteAmount'), 'between').with(
  z.strictObject({
    currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code'),
    kind: z.enum(['asked', 'agreed']).optional(),
    minMinor: z.int().min(0).optional(),
    maxMinor: z.int().min(0).optional(),
  }),
);

const searchCondition = test(z.literal('text'), 'matches').with(text);

const importCondition = test(z.literal('import'), 'is').with(outsideId('import'));

const customFields = { field: z.literal('custom'), id: outsideId('customField') };
const custom = <Operators extends [string, ...string[]], Value extends z.ZodType>(operators: Operators, value: Value) =>
  z.strictObject({ ...customFields, operator: z.enum(operators), value });
const customCondition = z.discriminatedUnion('operator', [
  custom(['is'], z.union([text, flag])),
  custom(['is_not', 'contains', 'starts_with'], text),
  custom(['any_of', 'all_of', 'none_of'], values(text)),
  custom(['at_least', 'at_most'], z.number()),
  custom(
    ['between'],
    z.union([z.strictObject({ min: z.number(), max: z.number() }), z.strictObject({ from: day, to: day })]),
  ),
  custom(['before', 'after'], day),
  custom(['within_last', 'not_within_last'], duration),
  z.strictObject({ ...customFields, operator: z.enum(['is_empty', 'is_not_empty']) }),
]);

/** One test. `owner` takes `me`; days of custom fields are `YYYY-MM-DD`, instants carry an offset. */
export const filterConditionSchema = z
  .discriminatedUnion('field', [
    textCondition,
    ...choiceConditions,
    set('tags', outsideId('tag')),
    set('languages', text),
    numberCondition,
    dateCondition,
    flagCondition,
    quoteCondition,
    searchCondition,
    importCondition,
    customCondition,
  ])
  .meta({ id: 'CreatorFilterCondition' }) as unknown as z.ZodType<FilterCondition>;

const combine = z.enum(['and', 'or']);

/** A group that may hold groups `depth - 1` levels down. An `or` of nothing matches none, an `and` of nothing all. */
function groupSchema(depth: number): z.ZodType<FilterGroup> {
  const part =
    depth > 1
      ? z.union([filterConditionSchema, groupSchema(depth - 1)], { error: messageOfMeantPart })
      : filterConditionSchema;
  return z.strictObject({ combine, conditions: z.array(part).max(maxFilterConditions) });
}

/** What is wrong with the kind of part that was meant: a union alone only says that neither fits. */
function messageOfMeantPart(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'invalid_union') return undefined;
  const meant = typeof issue.input === 'object' && issue.input !== null && 'combine' in issue.input ? 1 : 0;
  const first = issue.errors[meant]?.[0];
  return first && [...first.path, first.message].join(': ');
}

/** A filter over creators: groups of conditions joined by `and` or `or`. */
export const creatorFilterSchema = groupSchema(maxFilterDepth)
  .refine((group) => countConditions(group) <= maxFilterConditions, {
    message: `A filter has at most ${maxFilterConditions} conditions.`,
  })
  .meta({ id: 'CreatorFilter', description: 'Groups of conditions joined by `and` or `or`, at most three deep' });
