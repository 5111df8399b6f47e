import type { Tx } from '@/platform/db/in-workspace';
import { sql, type Sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

const tables = {
  note: sql`note`,
  quote: sql`quote`,
  handle: sql`handle`,
  email: sql`email_address`,
  phone: sql`phone_number`,
} satisfies Record<string, Sql>;

/**
 * That what an address names below a creator is that creator's, or one's of its merged group.
 * @throws AppError not_found, as for one that does not exist
 */
export async function requireChild(
  tx: Tx,
  kind: keyof typeof tables,
  { creatorId, id }: { creatorId: string; id: string },
): Promise<void> {
  const [child] = await tx.rows(sql`
    select from ${tables[kind]} x join creator c on c.id = x.creator_id join creator named on named.root_id = c.root_id
    where x.id = ${id}::uuid and named.id = ${creatorId}::uuid`);
  if (!child) throw new AppError('not_found');
}
