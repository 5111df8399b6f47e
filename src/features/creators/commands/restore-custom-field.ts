import { customFieldRestored } from '@/features/creators/events';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/** Brings an archived custom field back, with the values it had. One that is there changes nothing. @throws AppError not_found */
export async function restoreCustomField(tx: Tx, { id }: { id: string }): Promise<void> {
  const field = await tx.db.customField.findFirst({ where: { id } });
  if (!field) throw new AppError('not_found');
  const { count } = await tx.db.customField.updateMany({
    where: { id, archivedAt: { not: null } },
    data: { archivedAt: null, version: { increment: 1 } },
  });
  if (count === 1) await recordEvent(tx, customFieldRestored, { subjectId: id, payload: { label: field.label } });
}
