import type { CreatorSort } from '@/features/creators/model/creator-sorts';
import { compileSelection, type CreatorSelection } from '@/features/creators/queries/compile-selection';
import { type CreatorListRow, listColumns, toCreatorRow } from '@/features/creators/queries/creator-list-row';
import { relevanceKey, sortKeys, type SortKey } from '@/features/creators/queries/creator-sort-sql';
import { type CreatorPage } from '@/features/creators/schemas/creator-list';
import type { Tx } from '@/platform/db/in-workspace';
import { noSql, sql, type Sql } from '@/platform/db/rows';
import { decodeCursor, encodeCursor } from '@/shared/cursor';
import { isUuid } from '@/shared/ids';

export interface FindCreatorsInput extends CreatorSelection {
  /** `relevance` needs `q` and is the order when `q` is given without a sort; else by name. */
  sort?: CreatorSort | 'relevance' | undefined;
  direction?: 'asc' | 'desc' | undefined;
  /** 1 to 200. */
  limit: number;
  cursor?: string | undefined;
}

/**
 * One page of the creators of a selection, in one statement. Missing values sort below all others; ties by id, so
 * that walking the pages meets each creator once, whatever is added meanwhile.
 * @throws AppError invalid_input for a cursor of another list or a filter that cannot be asked
 */
export async function findCreators(tx: Tx, input: FindCreatorsInput): Promise<CreatorPage> {
  const order = orderOf(input);
  // Sorted by how well they fit, they come from the search; sorted otherwise, being found is one of the conditions.
  const selection = order.byRelevance ? { ...input, q: undefined } : input;
  const { where, withArchived, problems } = await compileSelection(tx, selection);
  const source = order.byRelevance ? searchSource(input, withArchived) : sql`creator c`;
  const rows = await tx.rows<CreatorListRow>(sql`
    with page as (
      select c.*, ${order.key} as sort_key from ${source}
      where ${where} ${afterCursor(order, input.cursor)}
      order by ${order.key} ${order.direction}, c.id ${order.direction} limit ${input.limit + 1}
    )
    select ${listColumns} from page c order by c.sort_key ${order.direction}, c.id ${order.direction}`);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    data: page.map((row) => toCreatorRow(row, tx.ctx.fields)),
    nextCursor: last && rows.length > input.limit ? encodeCursor([order.name, last.sort_key, last.id]) : null,
    ...(problems.length > 0 && { problems }),
  };
}

/** A search by relevance ends here: who is not among them is found by more words. */
const bestMatches = 1000;

function searchSource({ q = '', limit, cursor, filter, segmentId }: FindCreatorsInput, withArchived: boolean): Sql {
  const firstPage = cursor === undefined && filter === undefined && segmentId === undefined;
  return sql`search_creators(${q}, ${firstPage ? limit + 1 : bestMatches}, ${withArchived}) s
    join creator c on c.id = s.creator_id`;
}

interface Order extends SortKey {
  /** Of the order, in its cursors: a cursor of another order is refused. */
  name: string;
  byRelevance: boolean;
  direction: Sql;
  after: Sql;
}

function orderOf({ sort, direction, q }: FindCreatorsInput): Order {
  const chosen = sort ?? (q ? 'relevance' : 'name');
  const byRelevance = chosen === 'relevance';
  const descending = byRelevance || direction === 'desc';
  return {
    ...(byRelevance ? relevanceKey : sortKeys[chosen]),
    name: descending ? `-${chosen}` : chosen,
    byRelevance,
    direction: descending ? sql`desc` : sql`asc`,
    after: descending ? sql`<` : sql`>`,
  };
}

function afterCursor(order: Order, cursor: string | undefined): Sql {
  if (cursor === undefined) return noSql;
  const [, key = '', id = ''] = decodeCursor(cursor, [(name) => name === order.name, order.isKey, isUuid]);
  return sql`and (${order.key}, c.id) ${order.after} (${key}::${order.cast}, ${id}::uuid)`;
}
