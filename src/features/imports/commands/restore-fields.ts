import { creatorUpdated } from '@/features/creators/events';
import { loadCreators } from '@/features/imports/commands/load-known-creators';
import { updateCreators } from '@/features/imports/commands/write-creators';
import type { KnownCreator } from '@/features/imports/model/known-creator';
import { isSame } from '@/features/imports/model/note-changes';
import type { UndoneRow } from '@/features/imports/model/undone-row';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvents } from '@/platform/events/record-event';

/**
 * Fields that still hold what the rows (the last first) wrote become what they were; `creator.updated` tells of it.
 * Answers how many creators were changed.
 */
export async function restoreFields(tx: Tx, rows: readonly UndoneRow[]): Promise<number> {
  const creators = await loadCreators(tx, [...new Set(rows.map((row) => row.creatorId))]);
  const changes = new Map<string, Record<string, { from: unknown; to: unknown }>>();
  for (const {
    creatorId,
    changes: { fields = {} },
  } of rows) {
    const creator = creators.get(creatorId);
    if (!creator) continue;
    const told = changes.get(creatorId) ?? {};
    for (const [field, { from, to }] of Object.entries(fields)) {
      if (!isSame(valueOf(creator, field), to)) continue;
      setValue(creator, field, from);
      told[field.startsWith('custom.') ? 'custom' : field] = { from: to, to: from };
    }
    if (Object.keys(told).length > 0) changes.set(creatorId, told);
  }
  const restored = [...creators.values()].filter((creator) => changes.has(creator.id));
  await updateCreators(tx, restored);
  await recordEvents(
    tx,
    creatorUpdated,
    [...changes].map(([id, told]) => ({ subjectId: id, creatorId: id, payload: { changes: told } })),
  );
  return new Set(rows.map((row) => row.creatorId)).size;
}

function customId(field: string): string | undefined {
  return field.startsWith('custom.') ? field.slice('custom.'.length) : undefined;
}

function valueOf(creator: KnownCreator, field: string): unknown {
  const id = customId(field);
  return id ? creator.custom[id] : (creator.fields as unknown as Record<string, unknown>)[field];
}

function setValue(creator: KnownCreator, field: string, value: unknown): void {
  const id = customId(field);
  if (!id) Object.assign(creator.fields, { [field]: value });
  else if (value === null) Reflect.deleteProperty(creator.custom, id);
  else creator.custom[id] = value;
}
