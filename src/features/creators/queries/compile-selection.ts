import {
  compileFilter,
  type FilterProblem,
  type FilterSurroundings,
  type Predicate,
} from '@/features/creators/model/compile-filter';
import type { CustomFieldType } from '@/features/creators/model/vocabulary';
import { type FilterCondition, type FilterGroup, mentionsField } from '@/features/creators/model/filter';
import { filterSql, type FilterScope } from '@/features/creators/queries/filter-sql';
import { creatorFilterSchema } from '@/features/creators/schemas/filter';
import type { Tx } from '@/platform/db/in-workspace';
import { noSql, sql, type Sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

/** Which creators: what is typed in the search box, a filter and a saved segment, all at once. */
export interface CreatorSelection {
  filter?: FilterGroup | undefined;
  /** UUID. */
  segmentId?: string | undefined;
  q?: string | undefined;
}

export interface CompiledSelection {
  /** A condition over `creator c` that picks roots only. */
  where: Sql;
  withArchived: boolean;
  /** What of the segment cannot be asked any more. Such a condition matches nobody. */
  problems: string[];
}

/**
 * A selection as SQL.
 * @throws AppError invalid_input when `filter` asks what cannot be asked; not_found for a segment one does not see
 */
export async function compileSelection(tx: Tx, { filter, q, segmentId }: CreatorSelection): Promise<CompiledSelection> {
  const saved = segmentId === undefined ? { filter: everyone, problems: [] } : await readSegment(tx, segmentId);
  const asked: FilterGroup = { combine: 'and', conditions: [...(filter ? [filter] : []), ...(q ? [words(q)] : [])] };
  const surroundings = await readSurroundings(tx, [asked, saved.filter]);
  const own = compileFilter(asked, surroundings);
  if (own.problems.length > 0) throw refusal(own.problems);
  const segment = compileFilter(saved.filter, surroundings);
  const scope = { workspaceId: tx.ctx.workspaceId, withArchived: own.withArchived || segment.withArchived };
  return {
    where: whereRoots(scope, [own.predicate, segment.predicate]),
    withArchived: scope.withArchived,
    problems: [...saved.problems, ...segment.problems.map((problem) => problem.message)],
  };
}

const everyone: FilterGroup = { combine: 'and', conditions: [] };
const nobody: FilterGroup = { combine: 'or', conditions: [] };

function words(q: string): FilterCondition {
  return { field: 'text', operator: 'matches', value: q };
}

function whereRoots(scope: FilterScope, predicates: Predicate[]): Sql {
  const archived = scope.withArchived ? noSql : sql`and c.archived_at is null`;
  return sql`c.workspace_id = ${scope.workspaceId}::uuid and c.root_id = c.id ${archived}
    and ${filterSql({ test: 'every', parts: predicates }, scope)}`;
}

function refusal(problems: FilterProblem[]): AppError {
  const hidden = problems.some((problem) => problem.reason === 'hidden_field');
  return new AppError(hidden ? 'forbidden' : 'invalid_input', {
    reason: problems[0]?.reason ?? 'invalid_filter',
    message: problems.map((problem) => problem.message).join(' '),
    fields: problems.map((problem) => ({ path: 'filter', message: problem.message })),
  });
}

async function readSurroundings(tx: Tx, filters: FilterGroup[]): Promise<FilterSurroundings> {
  const { actor, fields, now } = tx.ctx;
  return {
    now,
    membershipId: actor.type === 'user' ? actor.membershipId : null,
    customFields: filters.some((filter) => mentionsField(filter, 'custom')) ? await customFieldTypes(tx) : new Map(),
    money: fields.money,
    personal: fields.personal,
  };
}

async function customFieldTypes(tx: Tx): Promise<Map<string, CustomFieldType>> {
  const fields = await tx.rows<{ id: string; type: CustomFieldType }>(
    sql`select id, type from custom_field where workspace_id = ${tx.ctx.workspaceId}::uuid and archived_at is null`,
  );
  return new Map(fields.map(({ id, type }) => [id, type]));
}

async function readSegment(tx: Tx, segmentId: string): Promise<{ filter: FilterGroup; problems: string[] }> {
  const me = tx.ctx.actor.type === 'user' ? tx.ctx.actor.membershipId : null;
  const [segment] = await tx.rows<{ filter: unknown }>(sql`
    select filter from segment
    where workspace_id = ${tx.ctx.workspaceId}::uuid and id = ${segmentId}::uuid
      and archived_at is null and (owner_id is null or owner_id = ${me}::uuid)`);
  if (!segment) throw new AppError('not_found');
  const parsed = creatorFilterSchema.safeParse(segment.filter);
  if (parsed.success) return { filter: parsed.data, problems: [] };
  return { filter: nobody, problems: ['This segment was saved in a form that cannot be read any more.'] };
}
