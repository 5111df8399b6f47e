import { type Predicate } from '@/features/creators/model/compile-filter';
import { joinSql, sql, type Sql } from '@/platform/db/rows';

/** What every condition needs to know. */
export interface FilterScope {
  workspaceId: string;
  withArchived: boolean;
}

export interface ChildSet {
  /** Ids of creators, among them every root that has such a child, by itself or by one merged into it. */
  ids: Sql;
  /** Those outside the set are meant. */
  negated: boolean;
}

/** A test of what hangs on a creator (handles, addresses, tags, quotes, the import, the words of the search); null for others. */
export function childSet(predicate: Predicate, scope: FilterScope): ChildSet | null {
  switch (predicate.test) {
    case 'search':
      return {
        ids: sql`select m.creator_id from match_creators(${predicate.query}, ${scope.withArchived}) m`,
        negated: false,
      };
    case 'import': {
      const made = sql`x.import_id = ${predicate.id}::uuid and x.outcome = 'created' and x.creator_id is not null`;
      return { ids: rootsWith(sql`import_row`, made, scope), negated: false };
    }
    case 'quote':
      return { ids: rootsWith(sql`quote`, quoteTest(predicate.value), scope), negated: false };
    case 'empty':
      return childrenOf(predicate.target, scope, { test: sql`true`, negated: predicate.empty });
    case 'text':
      return childrenOf(predicate.target, scope, { test: textTest(predicate), negated: predicate.negated });
    case 'choice':
      return childrenOf(predicate.target, scope, {
        test: sql`x.platform = any(${predicate.values}::text[])`,
        negated: predicate.match === 'none',
      });
    case 'set':
      return tagSet(predicate, scope);
    default:
      return null;
  }
}

type Of<Test extends Predicate['test']> = Extract<Predicate, { test: Test }>;

/** Text of handles and addresses as it is typed, without case. */
function textTest({ target, match, value }: Of<'text'>): Sql {
  const email = 'field' in target && target.field === 'email';
  const column = email ? sql`x.normalized` : sql`x.normalized_name`;
  return sql`${column} like ${likePattern(match, value.toLowerCase().replace(/^@/, ''))}`;
}

export function likePattern(match: Of<'text'>['match'], value: string): string {
  const escaped = value.replace(/[\\%_]/g, (character) => `\\${character}`);
  if (match === 'is') return escaped;
  return match === 'contains' ? `%${escaped}%` : `${escaped}%`;
}

function childrenOf(
  target: Of<'text'>['target'],
  scope: FilterScope,
  { test, negated }: { test: Sql; negated: boolean },
): ChildSet | null {
  if ('custom' in target) return null;
  switch (target.field) {
    case 'handle':
    case 'platform':
      return { ids: rootsWith(sql`handle`, sql`x.archived_at is null and ${test}`, scope), negated };
    case 'email': {
      const living = sql`x.creator_id is not null and x.archived_at is null`;
      return { ids: rootsWith(sql`email_address`, sql`${living} and ${test}`, scope), negated };
    }
    case 'tags':
      return { ids: rootsWith(sql`creator_tag`, test, scope), negated };
    default:
      return null;
  }
}

function tagSet({ target, match, values }: Of<'choice' | 'set'>, scope: FilterScope): ChildSet | null {
  if ('custom' in target || target.field !== 'tags') return null;
  const tagged = (ids: string[]) => rootsWith(sql`creator_tag`, sql`x.tag_id = any(${ids}::uuid[])`, scope);
  if (match !== 'all') return { ids: tagged(values), negated: match === 'none' };
  return {
    ids: joinSql(
      values.map((id) => sql`(${tagged([id])})`),
      ' intersect ',
    ),
    negated: false,
  };
}

function quoteTest({ kind, currency, minMinor, maxMinor }: Of<'quote'>['value']): Sql {
  const ofKind = kind ? sql`x.kind = ${kind}` : sql`true`;
  return sql`x.archived_at is null and x.currency = ${currency} and ${ofKind}
    and x.amount_minor between ${minMinor ?? 0}::bigint and ${maxMinor ?? Number.MAX_SAFE_INTEGER}::bigint`;
}

/** The few that are not listed come from an index of their own, so that the many others need no join. */
function rootsWith(table: Sql, test: Sql, { workspaceId }: FilterScope): Sql {
  const rows = sql`${table} x where x.workspace_id = ${workspaceId}::uuid and ${test}`;
  return sql`select x.creator_id from ${rows} union all
    select m.root_id from (
      select id, root_id from creator where workspace_id = ${workspaceId}::uuid and not listed offset 0
    ) m where m.id in (select x.creator_id from ${rows})`;
}
