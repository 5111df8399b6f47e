import { creatorMinorSet } from '@/features/creators/events';
import { lockCreator, staleVersion } from '@/features/creators/commands/lock-creator';
import { requireReferences } from '@/features/creators/commands/require-references';
import { saveCreator } from '@/features/creators/commands/save-creator';
import type { Changes } from '@/features/creators/model/changes';
import { diffFields } from '@/features/creators/model/diff-fields';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { encodeId } from '@/shared/ids';

export interface MinorInput {
  id: string;
  version?: number | undefined;
  isMinor: boolean;
  /** The contact who writes and signs; a minor without one cannot be written to. */
  guardianId?: string | null | undefined;
}

/**
 * Says whether a creator is a minor and who their guardian is; a guardian who is not given stays. Answers the version
 * that stands then. @throws AppError not_found (creator, contact), conflict `stale_version`
 */
export async function setMinor(tx: Tx, { id, version, isMinor, guardianId }: MinorInput): Promise<number> {
  await requireReferences(tx, { guardianId });
  const row = await lockCreator(tx, id);
  const changes = diffFields({ ...row }, { isMinor, guardianId });
  if (Object.keys(changes).length === 0) return row.version;
  if (version !== undefined && version !== row.version) throw staleVersion(row.version);
  const saved = await saveCreator(tx, row, { isMinor, guardianId });
  await recordEvent(tx, creatorMinorSet, {
    subjectId: row.id,
    creatorId: row.id,
    payload: { changes: toOutside(changes) },
  });
  return saved;
}

function toOutside({ guardianId, ...changes }: Changes): Changes {
  const outside = (id: unknown) => (typeof id === 'string' ? encodeId('contact', id) : null);
  return guardianId
    ? { ...changes, guardian: { from: outside(guardianId.from), to: outside(guardianId.to) } }
    : changes;
}
