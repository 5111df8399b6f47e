import { mailboxCreated } from '@/features/threads/events';
import type { CreateMailboxInput } from '@/features/threads/schemas/mailbox';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';
import { newId } from '@/shared/ids';

/**
 * Adds a shared mailbox of a brand; what is written from it leaves through `SMTP_URL`. Its first is the brand's default.
 * The same again changes nothing. Answers its id.
 * @throws AppError not_found (brand), conflict when the address belongs to another brand
 */
export async function createMailbox(tx: Tx, input: CreateMailboxInput): Promise<string> {
  const known = await tx.db.mailbox.findFirst({ where: { address: input.address } });
  if (known?.brandId === input.brandId) return known.id;
  if (known) {
    throw new AppError('conflict', { reason: 'address_taken', message: `${input.address} is a mailbox already.` });
  }
  const brand = await tx.db.brand.findFirst({ where: { id: input.brandId } });
  if (!brand) throw new AppError('not_found');
  const id = newId();
  await tx.db.mailbox.create({ data: { ...input, id, workspaceId: tx.ctx.workspaceId, createdAt: tx.ctx.now } });
  await recordEvent(tx, mailboxCreated, {
    subjectId: id,
    payload: { address: input.address, displayName: input.displayName },
  });
  return id;
}
