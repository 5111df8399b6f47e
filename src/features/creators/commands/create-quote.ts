import { quoteCreated } from '@/features/creators/events';
import { lockCreator } from '@/features/creators/commands/lock-creator';
import { touchCreator } from '@/features/creators/commands/touch-creator';
import type { CreateQuoteInput } from '@/features/creators/schemas/quote';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { newId } from '@/shared/ids';

/**
 * Keeps a fee a creator asked for or agreed to: minor units of an ISO 4217 currency, the day it was said and by whom.
 * Records `quote.created`. Answers its id. @throws AppError not_found
 */
export async function createQuote(tx: Tx, { creatorId, ...quote }: CreateQuoteInput): Promise<string> {
  const creator = await lockCreator(tx, creatorId);
  const id = newId();
  const { workspaceId, now } = tx.ctx;
  await tx.db.quote.create({
    data: {
      ...quote,
      id,
      workspaceId,
      creatorId: creator.id,
      amountMinor: BigInt(quote.amountMinor),
      quotedOn: new Date(`${quote.quotedOn}T00:00:00Z`),
      createdAt: now,
    },
  });
  await touchCreator(tx, creator.id);
  const { kind, format, amountMinor, currency } = quote;
  await recordEvent(tx, quoteCreated, {
    subjectId: id,
    creatorId: creator.id,
    payload: { kind, format, amountMinor, currency },
  });
  return id;
}
