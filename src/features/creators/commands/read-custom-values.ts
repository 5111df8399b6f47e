import { parseCustomValue, type CustomValue } from '@/features/creators/model/parse-custom-value';
import type { CustomFieldType } from '@/features/creators/model/vocabulary';
import type { Tx } from '@/platform/db/in-workspace';
import { AppError, type FieldError } from '@/shared/errors';
import { decodeId, encodeId } from '@/shared/ids';

/**
 * Values of custom fields as given from outside (`fld_…` → value, null to empty one), judged by their fields' types.
 * Answers them by the fields' own ids.
 * @throws AppError invalid_input naming each field that does not exist or whose value does not fit
 */
export async function readCustomValues(
  tx: Tx,
  given: Readonly<Record<string, unknown>>,
): Promise<Record<string, CustomValue | null>> {
  if (Object.keys(given).length === 0) return {};
  const fields = await tx.db.customField.findMany({ where: { archivedAt: null } });
  const known = new Map(fields.map((field) => [encodeId('customField', field.id), field]));
  const values: Record<string, CustomValue | null> = {};
  const refused: FieldError[] = [];
  for (const [id, value] of Object.entries(given)) {
    const field = known.get(id);
    if (!field) refused.push({ path: `custom.${id}`, message: 'is not a custom field of this workspace' });
    else if (value === null) values[decodeId('customField', id)] = null;
    else {
      const read = parseCustomValue({ type: field.type as CustomFieldType, options: field.options }, value);
      if (read.ok) values[field.id] = read.value;
      else refused.push({ path: `custom.${id}`, message: `${field.label} ${read.message}` });
    }
  }
  if (refused.length > 0) throw new AppError('invalid_input', { message: refused[0]?.message, fields: refused });
  return values;
}
