import type { LockedImport } from '@/features/imports/commands/lock-import';
import type { ImportState } from '@/features/imports/model/import-transitions';
import { importTransitions } from '@/features/imports/model/import-transitions';
import type { Tx } from '@/platform/db/in-workspace';
import { noSql, sql, type Sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

/**
 * The guarded move of a locked import, with further assignments. Answers the import as it is now.
 * @throws AppError invalid_state where the move is not drawn
 */
export async function moveImport<Known extends Pick<LockedImport, 'id' | 'state' | 'version'>>(
  tx: Tx,
  current: Known,
  { to, set }: { to: ImportState; set?: Sql },
): Promise<Known> {
  const drawn: readonly string[] = importTransitions[current.state];
  if (!drawn.includes(to)) throw notPossible(current.state);
  const moved = await tx.execute(sql`
    update import set state = ${to}, version = version + 1 ${set ? sql`, ${set}` : noSql}
    where id = ${current.id}::uuid and state = ${current.state} and version = ${current.version}`);
  if (moved !== 1) throw new AppError('conflict', { reason: 'stale_version' });
  return { ...current, state: to, version: current.version + 1 };
}

const spoken: Record<ImportState, string> = {
  uploaded: 'not mapped yet',
  mapped: 'mapped and not started',
  dry_run: 'being tried',
  running: 'running',
  paused: 'paused',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
  undone: 'undone',
};

export function notPossible(state: ImportState): AppError {
  return new AppError('invalid_state', {
    reason: `import_${state}`,
    message: `This is not possible: the import is ${spoken[state]}.`,
  });
}
