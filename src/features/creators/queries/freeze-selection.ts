import { type FilterCondition, type FilterGroup, isGroup } from '@/features/creators/model/filter';
import { compileSelection, type CreatorSelection, readSegment } from '@/features/creators/queries/compile-selection';
import type { Tx } from '@/platform/db/in-workspace';
import { AppError } from '@/shared/errors';
import { encodeId } from '@/shared/ids';

/**
 * A selection as one filter that means the same to everyone: its segment written out, `me` replaced by who that is.
 * @throws AppError as the list does; invalid_state for a segment that cannot be asked as a whole any more
 */
export async function freezeSelection(tx: Tx, selection: CreatorSelection): Promise<FilterGroup> {
  const { problems } = await compileSelection(tx, selection);
  if (problems.length > 0) throw new AppError('invalid_state', { reason: 'segment', message: problems.join(' ') });
  const { filter, q, segmentId } = selection;
  const { actor } = tx.ctx;
  const me = actor.type === 'user' ? encodeId('membership', actor.membershipId) : null;
  const conditions: FilterGroup['conditions'] = [];
  if (filter) conditions.push(filter);
  if (segmentId !== undefined) conditions.push((await readSegment(tx, segmentId)).filter);
  if (q) conditions.push({ field: 'text', operator: 'matches', value: q });
  return nameMe({ combine: 'and', conditions }, me);
}

function nameMe(group: FilterGroup, me: string | null): FilterGroup {
  return {
    ...group,
    conditions: group.conditions.map((part) => (isGroup(part) ? nameMe(part, me) : nameOwner(part, me))),
  };
}

function nameOwner(condition: FilterCondition, me: string | null): FilterCondition {
  if (condition.field !== 'owner' || !('value' in condition) || me === null) return condition;
  return { ...condition, value: condition.value.map((owner) => (owner === 'me' ? me : owner)) };
}
