import { lockCreators, staleVersion, type CreatorRow } from '@/features/creators/commands/lock-creator';
import type { Tx } from '@/platform/db/in-workspace';
import { AppError } from '@/shared/errors';

/** The creators a change is for; `version` goes with a single one. */
export interface Chosen {
  creatorIds: readonly string[];
  version?: number | undefined;
}

/**
 * Holds the creators of a change and answers those it would change. None of them changing is success, whatever the
 * version. @throws AppError not_found when none of the ids is a creator; conflict `stale_version`
 */
export async function lockChosen(
  tx: Tx,
  { creatorIds, version }: Chosen,
  changes: (row: CreatorRow) => boolean,
): Promise<CreatorRow[]> {
  const rows = await lockCreators(tx, creatorIds);
  if (rows.length === 0 && creatorIds.length > 0) throw new AppError('not_found');
  const changing = rows.filter(changes);
  const stale = version === undefined ? undefined : changing.find((row) => row.version !== version);
  if (stale) throw staleVersion(stale.version);
  return changing;
}
