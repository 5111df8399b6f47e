import { type Bound, type Predicate, type Target } from '@/features/creators/model/compile-filter';
import { groupOfCreator } from '@/features/creators/queries/creator-group-sql';
import { sortKeys } from '@/features/creators/queries/creator-sort-sql';
import { joinSql, sql, type Sql } from '@/platform/db/rows';
import { foldText } from '@/shared/identity/fold-name';

/** What every condition needs to know. */
export interface FilterScope {
  workspaceId: string;
  withArchived: boolean;
}

/** The predicate as SQL over `creator c`, a root. May be null where a value is missing, as in any `where`. */
export function filterSql(predicate: Predicate, scope: FilterScope): Sql {
  switch (predicate.test) {
    case 'every':
      return join(predicate.parts, ' and ', scope) ?? sql`true`;
    case 'some':
      return join(predicate.parts, ' or ', scope) ?? sql`false`;
    case 'search':
      return sql`c.id in (select s.creator_id from search_creators(${predicate.query}, 2000, ${scope.withArchived}) s)`;
    case 'quote':
      return quoteSql(predicate.value, scope);
    case 'empty': {
      const empty = emptySql(predicate.target, scope);
      return predicate.empty ? empty : sql`not ${empty}`;
    }
    case 'text':
      return textSql(predicate, scope);
    case 'choice':
      return choiceSql(predicate, scope);
    case 'set':
      return setSql(predicate, scope);
    case 'range':
      return rangeSql(predicate);
    case 'flag':
      return predicate.value ? flagSql(predicate.target) : sql`not ${flagSql(predicate.target)}`;
  }
}

function join(parts: Predicate[], separator: ' and ' | ' or ', scope: FilterScope): Sql | null {
  if (parts.length === 0) return null;
  return sql`(${joinSql(
    parts.map((part) => filterSql(part, scope)),
    separator,
  )})`;
}

type Of<Test extends Predicate['test']> = Extract<Predicate, { test: Test }>;
type FieldName = Extract<Target, { field: string }>['field'];

const columns: Partial<Record<FieldName, Sql>> = {
  displayName: sql`c.display_name`,
  city: sql`c.city`,
  stage: sql`c.stage`,
  owner: sql`c.owner_id`,
  country: sql`c.country`,
  source: sql`c.source`,
  legalBasis: sql`c.legal_basis`,
  languages: sql`c.languages`,
  followers: sql`c.followers`,
  engagementRate: sql`c.engagement_rate`,
  createdAt: sql`c.created_at`,
  updatedAt: sql`c.updated_at`,
  lastContactedAt: sql`c.last_contacted_at`,
  lastActivityAt: sql`c.last_activity_at`,
};

function columnOf(field: FieldName): Sql {
  const column = columns[field];
  if (!column) throw new Error(`${field} is no column of creator`);
  return column;
}

function emptySql(target: Target, scope: FilterScope): Sql {
  if ('custom' in target) {
    return sql`(coalesce(c.custom ->> ${target.custom}, '') in ('', '[]'))`;
  }
  switch (target.field) {
    case 'handle':
    case 'platform':
      return sql`(not ${handleSql(sql`true`, scope)})`;
    case 'email':
      return sql`(not ${emailSql(sql`true`, scope)})`;
    case 'tags':
      return sql`(not ${tagSql(sql`true`, scope)})`;
    case 'languages':
      return sql`(cardinality(c.languages) = 0)`;
    case 'city':
      return sql`(coalesce(c.city, '') = '')`;
    default:
      return sql`(${columnOf(target.field)} is null)`;
  }
}

function textSql({ target, match, value, negated }: Of<'text'>, scope: FilterScope): Sql {
  const found = textMatch(target, match, value, scope);
  return negated ? sql`(not coalesce(${found}, false))` : found;
}

// eslint-disable-next-line max-params -- the parts of one predicate
function textMatch(target: Target, match: Of<'text'>['match'], value: string, scope: FilterScope): Sql {
  const compare = (text: Sql, asked: string) => sql`(${text} like ${likePattern(match, asked)})`;
  if ('custom' in target) return compare(sql`lower(c.custom ->> ${target.custom})`, value.toLowerCase());
  switch (target.field) {
    case 'displayName': {
      const folded = foldText(value);
      return folded === ''
        ? compare(sql`lower(c.display_name)`, value.toLowerCase())
        : compare(sql`c.sort_name`, folded);
    }
    case 'handle':
      return handleSql(compare(sql`h.normalized_name`, value.toLowerCase().replace(/^@/, '')), scope);
    case 'email':
      return emailSql(compare(sql`e.normalized`, value.toLowerCase()), scope);
    default:
      return compare(sql`lower(${columnOf(target.field)})`, value.toLowerCase());
  }
}

function likePattern(match: Of<'text'>['match'], value: string): string {
  const escaped = value.replace(/[\\%_]/g, (character) => `\\${character}`);
  if (match === 'is') return escaped;
  return match === 'contains' ? `%${escaped}%` : `${escaped}%`;
}

function choiceSql({ target, match, values }: Of<'choice' | 'set'>, scope: FilterScope): Sql {
  const found = choiceMatch(target, values, scope);
  return match === 'none' ? sql`(not coalesce(${found}, false))` : found;
}

function choiceMatch(target: Target, values: string[], scope: FilterScope): Sql {
  if ('custom' in target) return sql`((c.custom ->> ${target.custom}) = any(${values}::text[]))`;
  if (target.field === 'platform') return handleSql(sql`h.platform = any(${values}::text[])`, scope);
  const cast = target.field === 'owner' ? sql`uuid` : sql`text`;
  // One value as an equality: an index that begins with the column then also gives the order.
  return values.length === 1
    ? sql`(${columnOf(target.field)} = ${values[0]}::${cast})`
    : sql`(${columnOf(target.field)} = any(${values}::${cast}[]))`;
}

function setSql({ target, match, values }: Of<'choice' | 'set'>, scope: FilterScope): Sql {
  if (!('custom' in target) && target.field === 'tags') {
    if (match === 'all') {
      return sql`(${joinSql(
        values.map((id) => tagSql(sql`ct.tag_id = ${id}::uuid`, scope)),
        ' and ',
      )})`;
    }
    const any = tagSql(sql`ct.tag_id = any(${values}::uuid[])`, scope);
    return match === 'none' ? sql`(not ${any})` : any;
  }
  const found =
    'custom' in target
      ? customSetMatch(target.custom, match, values)
      : match === 'all'
        ? sql`(c.languages @> ${values}::text[])`
        : sql`(c.languages && ${values}::text[])`;
  return match === 'none' ? sql`(not coalesce(${found}, false))` : found;
}

function customSetMatch(id: string, match: 'any' | 'all' | 'none', values: string[]): Sql {
  return match === 'all'
    ? sql`((c.custom -> ${id}) ?& ${values}::text[])`
    : sql`((c.custom -> ${id}) ?| ${values}::text[])`;
}

/** Compared by the expression the list's indexes are made of, where null is below every value. */
function rangeSql({ target, from, to, orEmpty }: Of<'range'>): Sql {
  const { key, cast } = rangeKey(target);
  const tests: Sql[] = [];
  if (from) tests.push(sql`${key} ${from.inclusive ? sql`>=` : sql`>`} ${boundValue(from, target)}::${cast}`);
  if (to) tests.push(sql`${key} ${to.inclusive ? sql`<=` : sql`<`} ${boundValue(to, target)}::${cast}`);
  const range = sql`(${joinSql(tests, ' and ')})`;
  const plain = 'custom' in target ? key : columnOf(target.field);
  if (orEmpty) return sql`(${plain} is null or ${range})`;
  return from ? range : sql`(${plain} is not null and ${range})`;
}

function rangeKey(target: Target): { key: Sql; cast: Sql } {
  if ('custom' in target) {
    return target.type === 'number'
      ? {
          key: sql`(case when jsonb_typeof(c.custom -> ${target.custom}) = 'number' then (c.custom ->> ${target.custom})::numeric end)`,
          cast: sql`numeric`,
        }
      : { key: sql`(c.custom ->> ${target.custom})`, cast: sql`text` };
  }
  switch (target.field) {
    case 'followers':
    case 'engagementRate':
    case 'lastActivityAt':
    case 'lastContactedAt':
    case 'createdAt':
      return { key: sortKeys[target.field].key, cast: sortKeys[target.field].cast };
    default:
      return { key: columnOf(target.field), cast: sql`timestamptz` };
  }
}

function boundValue(bound: Bound, target: Target): string {
  const value = String(bound.value);
  return 'custom' in target && target.type === 'date' ? value.slice(0, 10) : value;
}

function flagSql(target: Target): Sql {
  if ('custom' in target) return sql`coalesce((c.custom -> ${target.custom}) = 'true'::jsonb, false)`;
  switch (target.field) {
    case 'hasEmail':
      return sql`(c.primary_email is not null)`;
    case 'doNotContact':
      return sql`c.do_not_contact`;
    case 'isMinor':
      return sql`c.is_minor`;
    default:
      return sql`(c.archived_at is not null)`;
  }
}

function quoteSql(value: Of<'quote'>['value'], scope: FilterScope): Sql {
  const kind = value.kind ?? null;
  return sql`(c.id in (${groupOfCreator(
    sql`quote q`,
    sql`q.workspace_id = ${scope.workspaceId}::uuid and q.creator_id = g.id
    and q.archived_at is null and q.currency = ${value.currency} and (${kind}::text is null or q.kind = ${kind}::text)
    and q.amount_minor between ${value.minMinor ?? 0}::bigint and ${value.maxMinor ?? Number.MAX_SAFE_INTEGER}::bigint`,
  )}))`;
}

function handleSql(condition: Sql, scope: FilterScope): Sql {
  return sql`(c.id in (${groupOfCreator(
    sql`handle h`,
    sql`h.workspace_id = ${scope.workspaceId}::uuid and h.creator_id = g.id and h.archived_at is null and ${condition}`,
  )}))`;
}

function emailSql(condition: Sql, scope: FilterScope): Sql {
  return sql`(c.id in (${groupOfCreator(
    sql`email_address e`,
    sql`e.workspace_id = ${scope.workspaceId}::uuid and e.creator_id = g.id and e.archived_at is null and ${condition}`,
  )}))`;
}

function tagSql(condition: Sql, scope: FilterScope): Sql {
  return sql`(c.id in (${groupOfCreator(
    sql`creator_tag ct`,
    sql`ct.workspace_id = ${scope.workspaceId}::uuid and ct.creator_id = g.id and ${condition}`,
  )}))`;
}
