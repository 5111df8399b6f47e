import { lockImport } from '@/features/imports/commands/lock-import';
import { moveImport, notPossible } from '@/features/imports/commands/move-import';
import { importMapped } from '@/features/imports/events';
import { planImport } from '@/features/imports/model/plan-import';
import { toJson } from '@/features/imports/model/to-json';
import type { MapImportInput } from '@/features/imports/schemas/import';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/**
 * Decides where each column goes and how it is read; columns that are not named go where they were guessed to. May be
 * repeated until the import is started; a dry run made before is void. Records `import.mapped`.
 * @throws AppError not_found, invalid_state, conflict `stale_version`, invalid_input (`ambiguous` with the choices,
 *   `unknown_column`, `duplicate_target`)
 */
export async function mapImport(tx: Tx, { id, mapping, settings = {}, version }: MapImportInput): Promise<void> {
  const current = await lockImport(tx, id);
  if (!['uploaded', 'mapped', 'dry_run'].includes(current.state)) throw notPossible(current.state);
  if (version !== undefined && version !== current.version)
    throw new AppError('conflict', {
      reason: 'stale_version',
      message: 'Someone changed this import in the meantime. Look at it again.',
      extra: { version: current.version },
    });
  const targets = mapping ?? current.mapping ?? {};
  const { onDuplicate, asOf, source, ...reading } = settings;
  const plan = planImport(current.analysis, targets, reading);
  const kept = { ...reading, onDuplicate, asOf, source, plan };
  const set = sql`mapping = ${toJson(targets)}::jsonb, settings = ${toJson(kept)}::jsonb, expected = null`;
  if (current.state === 'mapped') {
    await tx.execute(sql`update import set ${set}, version = version + 1 where id = ${id}::uuid`);
  } else {
    await moveImport(tx, current, { to: 'mapped', set });
  }
  await recordEvent(tx, importMapped, { subjectId: id, payload: { fileName: current.fileName } });
}
