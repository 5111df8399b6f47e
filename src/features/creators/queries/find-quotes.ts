import type { z } from 'zod';
import { requireCreator } from '@/features/creators/queries/find-notes';
import { readPage, type PageInput } from '@/features/creators/queries/read-page';
import { toQuote, type QuoteRow } from '@/features/creators/queries/to-child';
import type { quoteDtoSchema } from '@/features/creators/schemas/creator-record';
import type { Tx } from '@/platform/db/in-workspace';
import { sql, type Sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

type Quote = z.output<typeof quoteDtoSchema>;

/** Quotes of a creator and its merged group, last logged first; without amounts for who sees no money. @throws AppError not_found */
export async function findQuotes(
  tx: Tx,
  { creatorId, ...page }: PageInput & { creatorId: string },
): Promise<{ data: Quote[]; nextCursor: string | null }> {
  await requireCreator(tx, creatorId);
  return readPage<QuoteRow, Quote>(page, {
    read: (after: Sql, limit) =>
      tx.rows<QuoteRow>(sql`
        select q.* from quote q
        where q.archived_at is null and ${after} and q.creator_id in (
          select id from creator where root_id = (select root_id from creator where id = ${creatorId}::uuid))
        order by q.id desc limit ${limit}`),
    key: sql`q.id`,
    show: (row) => toQuote(tx.ctx, row),
  });
}

/** One quote. @throws AppError not_found */
export async function getQuote(tx: Tx, id: string): Promise<Quote> {
  const [row] = await tx.rows<QuoteRow>(sql`select * from quote where id = ${id}::uuid and archived_at is null`);
  if (!row) throw new AppError('not_found');
  return toQuote(tx.ctx, row);
}
