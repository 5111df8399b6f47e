import { describe, expect, it } from 'vitest';
import { compileFilter, type FilterSurroundings } from '@/features/creators/model/compile-filter';
import type { FilterCondition, FilterGroup } from '@/features/creators/model/filter';
import { encodeId, newId } from '@/shared/ids';

const me = newId();
const field = newId();
const surroundings: FilterSurroundings = {
  now: new Date('2026-11-20T12:00:00Z'),
  membershipId: me,
  customFields: new Map([[field, 'number']]),
  money: true,
  personal: true,
};
const compile = (condition: FilterCondition, changed: Partial<FilterSurroundings> = {}) =>
  compileFilter({ combine: 'and', conditions: [condition] }, { ...surroundings, ...changed });
const first = (condition: FilterCondition, changed?: Partial<FilterSurroundings>) => {
  const { predicate } = compile(condition, changed);
  return 'parts' in predicate ? predicate.parts[0] : undefined;
};

describe('compileFilter', () => {
  it('turns relative times into instants', () => {
    expect(first({ field: 'createdAt', operator: 'within_last', value: 'P30D' })).toEqual({
      test: 'range',
      target: { field: 'createdAt' },
      from: { value: '2026-10-21T12:00:00.000Z', inclusive: true },
    });
    expect(first({ field: 'lastContactedAt', operator: 'not_within_last', value: 'PT1H' })).toMatchObject({
      to: { value: '2026-11-20T11:00:00.000Z', inclusive: false },
      orEmpty: true,
    });
  });

  it('knows who "me" is, and that a key is nobody', () => {
    const mine: FilterCondition = { field: 'owner', operator: 'any_of', value: ['me'] };
    expect(first(mine)).toMatchObject({ test: 'choice', values: [me] });
    expect(compile(mine, { membershipId: null }).problems).toMatchObject([{ reason: 'no_person' }]);
  });

  it('turns outside ids into UUIDs', () => {
    const tag = newId();
    expect(first({ field: 'tags', operator: 'all_of', value: [encodeId('tag', tag)] })).toMatchObject({
      test: 'set',
      match: 'all',
      values: [tag],
    });
  });

  it('says when a custom field is gone or takes no such test', () => {
    const asked = { field: 'custom', id: encodeId('customField', field) } as const;
    expect(first({ ...asked, operator: 'at_least', value: 3 })).toMatchObject({
      target: { custom: field, type: 'number' },
    });
    expect(compile({ ...asked, operator: 'contains', value: '3' }).problems).toMatchObject([{ reason: 'wrong_test' }]);
    expect(compile({ ...asked, operator: 'at_least', value: 3 }, { customFields: new Map() }).problems).toMatchObject([
      { reason: 'unknown_field' },
    ]);
  });

  it('refuses what the person does not see', () => {
    const fee: FilterCondition = { field: 'quoteAmount', operator: 'between', value: { currency: 'EUR' } };
    const mail: FilterCondition = { field: 'email', operator: 'contains', value: 'x' };
    expect(compile(fee, { money: false }).problems).toMatchObject([{ reason: 'hidden_field' }]);
    expect(compile(mail, { personal: false }).problems).toMatchObject([{ reason: 'hidden_field' }]);
    expect([...compile(fee).problems, ...compile(mail).problems]).toEqual([]);
  });

  it('leaves archived creators out unless it speaks of them, at any depth', () => {
    const archived: FilterCondition = { field: 'archived', operator: 'is', value: true };
    const deep: FilterGroup = { combine: 'and', conditions: [{ combine: 'or', conditions: [archived] }] };
    expect(compile(archived).withArchived).toBe(true);
    expect(compileFilter(deep, surroundings).withArchived).toBe(true);
    expect(compile({ field: 'isMinor', operator: 'is', value: true }).withArchived).toBe(false);
  });
});
