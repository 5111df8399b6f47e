import type { Context } from '@/platform/auth/context';
import { noSql, sql, type Sql } from '@/platform/db/rows';

/** Only mailboxes `b` of the brands this Context works on: ` and …`, to stand behind another condition. */
export function withinBrands(ctx: Context): Sql {
  const { brandIds } = ctx.scope;
  return brandIds === 'all' ? noSql : sql` and b.brand_id = any (${[...brandIds]}::uuid[])`;
}
