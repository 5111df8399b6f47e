import { creatorDoNotContactSet } from '@/features/creators/events';
import { lockCreator, staleVersion } from '@/features/creators/commands/lock-creator';
import { saveCreator } from '@/features/creators/commands/save-creator';
import { diffFields } from '@/features/creators/model/diff-fields';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';

export interface DoNotContactInput {
  id: string;
  version?: number | undefined;
  doNotContact: boolean;
  /** Why, in words; emptied when the flag is taken off. */
  reason?: string | null | undefined;
}

/**
 * Puts the flag that every channel honours on a creator, or takes it off. Answers the version that stands then.
 * @throws AppError not_found, conflict `stale_version`
 */
export async function setDoNotContact(tx: Tx, input: DoNotContactInput): Promise<number> {
  const row = await lockCreator(tx, input.id);
  const wanted = {
    doNotContact: input.doNotContact,
    doNotContactReason: input.doNotContact ? (input.reason ?? null) : null,
  };
  const changes = diffFields({ ...row }, wanted);
  if (Object.keys(changes).length === 0) return row.version;
  if (input.version !== undefined && input.version !== row.version) throw staleVersion(row.version);
  const version = await saveCreator(tx, row, wanted);
  await recordEvent(tx, creatorDoNotContactSet, { subjectId: row.id, creatorId: row.id, payload: { changes } });
  return version;
}
