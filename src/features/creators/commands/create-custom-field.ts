import { customFieldCreated } from '@/features/creators/events';
import type { CreateCustomFieldInput } from '@/features/creators/schemas/custom-field';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';
import { newId } from '@/shared/ids';

/**
 * Adds a field to the creators of this workspace and records `custom_field.created`. Answers its id.
 * @throws AppError conflict `label_taken` (in any case; archived fields keep their label)
 */
export async function createCustomField(
  tx: Tx,
  { label, type, options = [] }: CreateCustomFieldInput,
): Promise<string> {
  const id = newId();
  const added = await tx.execute(sql`
    insert into custom_field (id, workspace_id, label, type, options, created_at)
    values (${id}::uuid, ${tx.ctx.workspaceId}::uuid, ${label}, ${type}, ${options}::text[], ${tx.ctx.now})
    on conflict (workspace_id, lower(label)) do nothing`);
  if (added === 0) throw labelTaken(label);
  await recordEvent(tx, customFieldCreated, { subjectId: id, payload: { label, type } });
  return id;
}

export function labelTaken(label: string): AppError {
  return new AppError('conflict', {
    reason: 'label_taken',
    message: `There is, or was, a field "${label}" already.`,
    fields: [{ path: 'label', message: 'is taken' }],
  });
}
