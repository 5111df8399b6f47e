import type { CustomFieldDto } from '@/features/creators/schemas/custom-field';
import type { CustomFieldType } from '@/features/creators/model/vocabulary';
import type { Tx } from '@/platform/db/in-workspace';
import { AppError } from '@/shared/errors';
import { encodeId } from '@/shared/ids';

/** The custom fields of this workspace, in the order they were made. */
export async function findCustomFields(tx: Tx): Promise<CustomFieldDto[]> {
  const fields = await tx.db.customField.findMany({ where: { archivedAt: null }, orderBy: { id: 'asc' } });
  return fields.map(({ id, version, label, type, options }) => ({
    id: encodeId('customField', id),
    version,
    label,
    type: type as CustomFieldType,
    options,
  }));
}

/** One of them. @throws AppError not_found */
export async function getCustomField(tx: Tx, id: string): Promise<CustomFieldDto> {
  const field = (await findCustomFields(tx)).find((one) => one.id === encodeId('customField', id));
  if (!field) throw new AppError('not_found');
  return field;
}
