import { type Bound, type Predicate, type Target } from '@/features/creators/model/compile-filter';
import { childSet, likePattern, type FilterScope } from '@/features/creators/queries/child-set-sql';
import { sortKeys } from '@/features/creators/queries/creator-sort-sql';
import { joinSql, sql, type Sql } from '@/platform/db/rows';
import { foldText } from '@/shared/identity/fold-name';

/** The predicate as SQL over `creator c`, a root. May be null where a value is missing, as in any `where`. */
export function filterSql(predicate: Predicate, scope: FilterScope): Sql {
  switch (predicate.test) {
    case 'every':
      return join(predicate.parts, ' and ', scope) ?? sql`true`;
    case 'some':
      return join(predicate.parts, ' or ', scope) ?? sql`false`;
    default:
      return testSql(predicate, scope);
  }
}

type Test = Exclude<Predicate, { test: 'every' | 'some' }>;

function testSql(predicate: Test, scope: FilterScope): Sql {
  const children = childSet(predicate, scope);
  // `is true` keeps it a test of each row: as a join it would lose the order of the list's index.
  if (children)
    return children.negated ? sql`(c.id not in (${children.ids}))` : sql`((c.id in (${children.ids})) is true)`;
  switch (predicate.test) {
    case 'empty':
      return predicate.empty ? emptySql(predicate.target) : sql`(not ${emptySql(predicate.target)})`;
    case 'text':
      return textSql(predicate);
    case 'choice':
      return choiceSql(predicate);
    case 'set':
      return setSql(predicate);
    case 'range':
      return rangeSql(predicate);
    case 'flag':
      return predicate.value ? flagSql(predicate.target) : sql`(not ${flagSql(predicate.target)})`;
    default:
      throw new Error(`${predicate.test} is a test of children`);
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

function emptySql(target: Target): Sql {
  if ('custom' in target) return sql`(coalesce(c.custom ->> ${target.custom}, '') in ('', '[]'))`;
  if (target.field === 'languages') return sql`(cardinality(c.languages) = 0)`;
  if (target.field === 'city') return sql`(coalesce(c.city, '') = '')`;
  return sql`(${columnOf(target.field)} is null)`;
}

function textSql({ target, match, value, negated }: Of<'text'>): Sql {
  const found = sql`(${foldedColumn(target, value)} like ${likePattern(match, foldedValue(target, value))})`;
  return negated ? sql`(not coalesce(${found}, false))` : found;
}

/** Names are compared as they are sorted, without case and diacritics; a name of emoji only has no such form. */
function isFolded(target: Target, value: string): boolean {
  return 'field' in target && target.field === 'displayName' && foldText(value) !== '';
}

function foldedColumn(target: Target, value: string): Sql {
  if (isFolded(target, value)) return sql`c.sort_name`;
  return 'custom' in target ? sql`lower(c.custom ->> ${target.custom})` : sql`lower(${columnOf(target.field)})`;
}

function foldedValue(target: Target, value: string): string {
  return isFolded(target, value) ? foldText(value) : value.toLowerCase();
}

function choiceSql({ target, match, values }: Of<'choice' | 'set'>): Sql {
  const found = choiceMatch(target, values);
  return match === 'none' ? sql`(not coalesce(${found}, false))` : found;
}

function choiceMatch(target: Target, values: string[]): Sql {
  if ('custom' in target) return sql`((c.custom ->> ${target.custom}) = any(${values}::text[]))`;
  const cast = target.field === 'owner' ? sql`uuid` : sql`text`;
  // One value as an equality: an index that begins with the column then also gives the order.
  return values.length === 1
    ? sql`(${columnOf(target.field)} = ${values[0]}::${cast})`
    : sql`(${columnOf(target.field)} = any(${values}::${cast}[]))`;
}

function setSql({ target, match, values }: Of<'choice' | 'set'>): Sql {
  const found = 'custom' in target ? customSetMatch(target.custom, match, values) : languagesMatch(match, values);
  return match === 'none' ? sql`(not coalesce(${found}, false))` : found;
}

function languagesMatch(match: 'any' | 'all' | 'none', values: string[]): Sql {
  return match === 'all' ? sql`(c.languages @> ${values}::text[])` : sql`(c.languages && ${values}::text[])`;
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
