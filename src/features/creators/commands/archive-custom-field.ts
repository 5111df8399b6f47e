import { customFieldArchived } from '@/features/creators/events';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/** Takes a custom field off the screens; the values are kept. Again changes nothing. @throws AppError not_found */
export async function archiveCustomField(tx: Tx, { id }: { id: string }): Promise<void> {
  const field = await tx.db.customField.findFirst({ where: { id } });
  if (!field) throw new AppError('not_found');
  const { count } = await tx.db.customField.updateMany({
    where: { id, archivedAt: null },
    data: { archivedAt: tx.ctx.now, version: { increment: 1 } },
  });
  if (count === 1) await recordEvent(tx, customFieldArchived, { subjectId: id, payload: { label: field.label } });
}
