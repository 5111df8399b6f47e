import type { Tx } from '@/platform/db/in-workspace';
import { sql, type Sql } from '@/platform/db/rows';
import { foldText } from '@/shared/identity/fold-name';
import { cities, countries, firstNames, languages, lastNames, topics } from './names.data';

export interface PlannedRange {
  from: number;
  until: number;
  seed: number;
}

/**
 * Makes the temporary table `planned`: one row for each number of the range that is not in the workspace yet, with
 * everything that its records are made from. Each choice is a hash of the number, the seed and a salt of its own.
 */
export async function planCreators(tx: Tx, { from, until, seed }: PlannedRange): Promise<void> {
  const pairs = firstNames.length * lastNames.length;
  await tx.execute(sql`
    create temporary table planned on commit drop as
    with numbered as (
      select n, h, (n * 7919 + ${seed}) % ${pairs} as pair, n / ${pairs} as round
      from generate_series(${from}::bigint, ${until}::bigint) n,
        lateral (select array_agg(hashint8extended(n, ${seed} * 100 + salt) & 1073741823 order by salt) as h from generate_series(0, 15) salt) h
    ), named as (
      select *, 1 + (pair / ${lastNames.length}) as f, 1 + (pair % ${lastNames.length}) as l,
        ${pick(countries, sql`h[1]`)} as country,
        case when h[2] % 4 = 0 then ${pick(topics, sql`h[3]`)} end as topic,
        ${tx.ctx.now}::timestamptz - make_interval(secs => (h[4] % 94608000)) as created_at
      from numbered
    ), shown as (
      select *, (${firstNames}::text[])[f] || ' ' || (${lastNames}::text[])[l] || coalesce(' ' || initcap(topic), '') as display_name,
        (${firstNames.map(foldText)}::text[])[f] as first, (${lastNames.map(foldText)}::text[])[l] as last
      from named
    )
    select n, h, topic, country, created_at, display_name, first, last,
      ${uuid(tx, sql`n`, sql`${`creator ${seed}`}::text`)} as id,
      concat_ws(' ', first, last, topic) as sort_name,
      (select string_agg(w, ' ' order by w collate "C") from unnest(array[first, last, topic]) w) as folded_name,
      replace(first || case h[5] % 3 when 0 then '.' when 1 then '_' else '' end || last, ' ', '')
        || coalesce(nullif(round, 0)::text, '') || case when h[5] % 7 = 0 then coalesce('_' || topic, '') else '' end as handle,
      case when h[6] % 12 > 0 then round(exp(ln(900) + ln(1500) * power((h[7] % 100000) / 100000.0, 1.6)))::bigint end as followers,
      0.004 + power((h[8] % 1000) / 1000.0, 2) * 0.11 as engagement_rate
    from shown`);
  await tx.execute(sql`analyze planned`);
  await tx.execute(
    sql`delete from planned p using creator c where c.workspace_id = ${tx.ctx.workspaceId}::uuid and c.id = p.id`,
  );
  await tx.execute(sql`alter table planned add city text, add language text, add stage text, add platform text,
    add second_platform text, add email text, add asked_at timestamptz, add contacted_at timestamptz`);
  await tx.execute(sql`
    update planned p set city = case when h[9] % 3 > 0 then x.city end, language = x.language,
      stage = ${pick(stages, sql`h[10]`)}, platform = ${pick(platforms, sql`h[12]`)},
      second_platform = case when h[13] % 5 < 3 then 'youtube' end,
      email = case when h[14] % 5 > 0 then replace(replace(handle, '_', '.'), '..', '.') || ${pick(mailHosts, sql`h[15]`)} end,
      asked_at = ${tx.ctx.now}::timestamptz - make_interval(hours => (h[11] % 1200)::int),
      contacted_at = case when h[10] % ${stages.length} >= ${prospects} then
        greatest(created_at, ${tx.ctx.now}::timestamptz - make_interval(mins => (h[16] % 500000)::int)) end
    from unnest(${Object.keys(cities)}::text[], ${Object.values(cities)}::text[],
      ${Object.keys(cities).map((country) => languages[country] ?? 'en')}::text[]) as x(country, city, language)
    where x.country = p.country`);
}

const stages =
  `${'prospect '.repeat(12)}${'contacted '.repeat(4)}in_conversation in_conversation active ambassador paused declined`.split(
    ' ',
  );
const prospects = 12;
const platforms = 'instagram instagram instagram tiktok tiktok twitch'.split(' ');
const mailHosts = '@gmail.example @outlook.example @studio.example @mail.example @creators.example'.split(' ');

/** One of a list by a hash. */
export function pick(list: readonly string[], hash: Sql): Sql {
  return sql`(${[...list]}::text[])[1 + (${hash} % ${list.length})]`;
}

/** A UUIDv7 at `created_at` whose random part is a hash of the workspace, the number and what it is for. */
export function uuid(tx: Tx, number: Sql, kind: Sql): Sql {
  return sql`(select (lpad(to_hex((extract(epoch from created_at) * 1000)::bigint), 12, '0') || '7' || substr(m, 1, 3) || '8' || substr(m, 4, 15))::uuid
    from md5(concat_ws(' ', ${tx.ctx.workspaceId}::text, ${number}, ${kind})) m)`;
}
