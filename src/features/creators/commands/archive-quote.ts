import { quoteArchived } from '@/features/creators/events';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/** Takes a quote out of the rate card; it is kept. Again changes nothing. @throws AppError not_found */
export async function archiveQuote(tx: Tx, { id }: { id: string }): Promise<void> {
  const quote = await tx.db.quote.findFirst({ where: { id } });
  if (!quote) throw new AppError('not_found');
  const { count } = await tx.db.quote.updateMany({ where: { id, archivedAt: null }, data: { archivedAt: tx.ctx.now } });
  if (count === 0) return;
  await recordEvent(tx, quoteArchived, {
    subjectId: id,
    creatorId: quote.creatorId,
    payload: {
      kind: quote.kind,
      format: quote.format,
      amountMinor: Number(quote.amountMinor),
      currency: quote.currency,
    },
  });
}
