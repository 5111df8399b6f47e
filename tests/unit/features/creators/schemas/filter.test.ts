import { describe, expect, it } from 'vitest';
import { creatorFilterSchema } from '@/features/creators/schemas/filter';

const and = (...conditions: unknown[]) => ({ combine: 'and', conditions });
const flag = { field: 'hasEmail', operator: 'is', value: true };

describe('creatorFilterSchema', () => {
  it.each([
    and(),
    and(flag, { combine: 'or', conditions: [flag, and(flag)] }),
    and({ field: 'stage', operator: 'any_of', value: ['active'] }),
    and({ field: 'owner', operator: 'none_of', value: ['me', `mem_${'0'.repeat(32)}`] }),
    and({ field: 'tags', operator: 'is_empty' }),
    and({ field: 'followers', operator: 'between', value: { min: 0, max: 5 } }),
    and({ field: 'createdAt', operator: 'after', value: '2026-01-01T00:00:00+02:00' }),
    and({ field: 'custom', id: `fld_${'0'.repeat(32)}`, operator: 'is', value: 'x' }),
  ])('takes %j and keeps it as it is', (filter) => {
    expect(creatorFilterSchema.parse(filter)).toEqual(filter);
  });

  it.each([
    ['another field', and({ field: 'password', operator: 'is', value: 'x' }), 'Invalid discriminator value'],
    ['another operator', and({ field: 'stage', operator: 'contains', value: 'a' }), 'operator'],
    ['another value', and({ field: 'followers', operator: 'at_least', value: 'many' }), 'expected number'],
    ['a stage there is not', and({ field: 'stage', operator: 'any_of', value: ['boss'] }), 'Invalid option'],
    ['no values', and({ field: 'stage', operator: 'any_of', value: [] }), 'Too small'],
    ['a time without an offset', and({ field: 'createdAt', operator: 'after', value: '2026-01-01T00:00:00' }), 'ISO'],
    ['no duration', and({ field: 'createdAt', operator: 'within_last', value: '30 days' }), 'ISO 8601'],
    ['more than it knows', and({ ...flag, sql: '1=1' }), 'Unrecognized key'],
    ['four levels', and(and(and(and(flag)))), 'Invalid'],
    ['51 conditions', and(and(...Array(26).fill(flag)), and(...Array(25).fill(flag))), 'at most 50'],
    ['a list', [], 'expected object'],
    ['nothing', null, 'expected object'],
  ])('refuses %s and says why', (_, filter, message) => {
    const parsed = creatorFilterSchema.safeParse(filter);
    expect(parsed.error?.issues.map((issue) => issue.message).join()).toContain(message);
  });

  it('names the place inside a group', () => {
    const inner = { combine: 'or', conditions: [{ field: 'tags', operator: 'is', value: 1 }] };
    expect(creatorFilterSchema.safeParse(and(flag, inner)).error?.issues[0]).toMatchObject({
      path: ['conditions', 1],
      message: expect.stringContaining('conditions: 0: operator'),
    });
  });
});
