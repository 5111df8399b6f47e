import { customFieldUpdated } from '@/features/creators/events';
import { labelTaken } from '@/features/creators/commands/create-custom-field';
import { staleVersion } from '@/features/creators/commands/lock-creator';
import { diffFields } from '@/features/creators/model/diff-fields';
import type { UpdateCustomFieldInput } from '@/features/creators/schemas/custom-field';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

interface FieldRow {
  label: string;
  type: string;
  options: string[];
  version: number;
}

/**
 * Renames a custom field or changes what it offers, and records `custom_field.updated`. Its type stays: values would
 * lose their meaning. Values of options that are gone stay until they are changed. Answers the version that stands.
 * @throws AppError not_found, conflict `stale_version` or `label_taken`, invalid_input
 */
export async function updateCustomField(tx: Tx, { id, version, ...fields }: UpdateCustomFieldInput): Promise<number> {
  const [field] = await tx.rows<FieldRow>(sql`
    select label, type, options, version from custom_field
    where id = ${id}::uuid and archived_at is null for no key update`);
  if (!field) throw new AppError('not_found');
  if (fields.options?.length === 0 && field.type.endsWith('select'))
    throw new AppError('invalid_input', { fields: [{ path: 'options', message: 'must offer something to select' }] });
  const changes = diffFields({ ...field }, fields);
  if (Object.keys(changes).length === 0) return field.version;
  if (version !== undefined && version !== field.version) throw staleVersion(field.version);
  await requireFreeLabel(tx, id, fields.label);
  const next = field.version + 1;
  await tx.db.customField.updateMany({ where: { id, version: field.version }, data: { ...fields, version: next } });
  await recordEvent(tx, customFieldUpdated, {
    subjectId: id,
    payload: { label: fields.label ?? field.label, changes },
  });
  return next;
}

async function requireFreeLabel(tx: Tx, id: string, label: string | undefined): Promise<void> {
  if (label === undefined) return;
  const taken = await tx.rows(sql`
    select id from custom_field where lower(label) = lower(${label}) and id <> ${id}::uuid`);
  if (taken.length > 0) throw labelTaken(label);
}
