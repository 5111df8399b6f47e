import {
  compileFilter,
  type FilterProblem,
  type FilterSurroundings,
  type Predicate,
} from '@/features/creators/model/compile-filter';
import type { CustomFieldType } from '@/features/creators/model/vocabulary';
import { type FilterCondition, type FilterGroup, mentionsField } from '@/features/creators/model/filter';
import { childSet, type FilterScope } from '@/features/creators/queries/child-set-sql';
import { filterSql } from '@/features/creators/queries/filter-sql';
import { creatorFilterSchema } from '@/features/creators/schemas/filter';
import type { Tx } from '@/platform/db/in-workspace';
import { sql, type Sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

/** Which creators: what is typed in the search box, a filter and a saved segment, all at once. */
export interface CreatorSelection {
  filter?: FilterGroup | undefined;
  /** UUID. */
  segmentId?: string | undefined;
  q?: string | undefined;
  /** Of these alone. UUIDs. */
  ids?: readonly string[] | undefined;
  /** Without these. UUIDs. */
  except?: readonly string[] | undefined;
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
export async function compileSelection(tx: Tx, selection: CreatorSelection): Promise<CompiledSelection> {
  const { filter, q, segmentId } = selection;
  const saved = segmentId === undefined ? { filter: everyone, problems: [] } : await readSegment(tx, segmentId);
  const asked: FilterGroup = { combine: 'and', conditions: [...(filter ? [filter] : []), ...(q ? [words(q)] : [])] };
  const surroundings = await readSurroundings(tx, [asked, saved.filter]);
  const own = compileFilter(asked, surroundings);
  if (own.problems.length > 0) throw refusal(own.problems);
  const segment = compileFilter(saved.filter, surroundings);
  // Who is named one by one is meant, archived or not.
  const withArchived = own.withArchived || segment.withArchived || selection.ids !== undefined;
  const scope = { workspaceId: tx.ctx.workspaceId, withArchived };
  const predicates = [...partsOf(own.predicate), ...partsOf(segment.predicate)];
  const conditions = chosen(selection);
  for (const predicate of predicates) conditions.push(await narrow(tx, predicate, scope));
  return {
    where: whereRoots(scope, conditions),
    withArchived,
    problems: [...saved.problems, ...segment.problems.map((problem) => problem.message)],
  };
}

const everyone: FilterGroup = { combine: 'and', conditions: [] };
const nobody: FilterGroup = { combine: 'or', conditions: [] };

function words(q: string): FilterCondition {
  return { field: 'text', operator: 'matches', value: q };
}

function chosen({ ids, except = [] }: CreatorSelection): Sql[] {
  return [
    ...(ids ? [sql`c.id = any(${ids}::uuid[])`] : []),
    ...(except.length > 0 ? [sql`c.id <> all(${except}::uuid[])`] : []),
  ];
}

function partsOf(predicate: Predicate): Predicate[] {
  return predicate.test === 'every' ? predicate.parts.flatMap(partsOf) : [predicate];
}

/** A set of at most this many is looked up by id; a larger one is tested row by row in the list's order. */
const fewIds = 2000;

/**
 * A condition as SQL. How many have a tag or are found by a word decides which way is fast, and the planner cannot know
 * it: a small set of children is read first.
 */
async function narrow(tx: Tx, predicate: Predicate, scope: FilterScope): Promise<Sql> {
  const children = childSet(predicate, scope);
  if (!children || children.negated) return filterSql(predicate, scope);
  const [row] = await tx.rows<{ ids: string[] }>(
    sql`select array(select id from (${children.ids}) as found(id) limit ${fewIds + 1}) as ids`,
  );
  const ids = row?.ids ?? [];
  return ids.length > fewIds ? filterSql(predicate, scope) : sql`c.id = any(${ids}::uuid[])`;
}

function whereRoots(scope: FilterScope, conditions: Sql[]): Sql {
  // `listed` is a root that is not archived: the condition of the list's indexes.
  const roots = scope.withArchived ? sql`c.root_id = c.id` : sql`c.listed`;
  return conditions.reduce(
    (where, condition) => sql`${where} and ${condition}`,
    sql`c.workspace_id = ${scope.workspaceId}::uuid and ${roots}`,
  );
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

export async function readSegment(tx: Tx, segmentId: string): Promise<{ filter: FilterGroup; problems: string[] }> {
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
