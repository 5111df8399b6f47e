import { assignOwner } from '@/features/creators/commands/assign-owner';
import { lockCreator, staleVersion, type CreatorRow } from '@/features/creators/commands/lock-creator';
import { setDoNotContact } from '@/features/creators/commands/set-do-not-contact';
import { setMinor } from '@/features/creators/commands/set-minor';
import { setStage } from '@/features/creators/commands/set-stage';
import { setTags } from '@/features/creators/commands/set-tags';
import { updateCreator } from '@/features/creators/commands/update-creator';
import type { PatchCreatorInput } from '@/features/creators/schemas/patch-creator';
import type { Tx } from '@/platform/db/in-workspace';

/**
 * The change of an integrator who sees a creator as one resource: each part by the command that it belongs to, with
 * that command's event.
 * @throws what those commands throw; conflict `stale_version` when anything would change after another change
 */
export async function patchCreator(tx: Tx, input: PatchCreatorInput): Promise<void> {
  const { id, version } = input;
  const before = await lockCreator(tx, id);
  const { stage, ownerId, tags, isMinor, guardianId, doNotContact, doNotContactReason, ...fields } = input;
  await updateCreator(tx, { ...fields, version: undefined });
  if (stage !== undefined) await setStage(tx, { creatorIds: [id], stage });
  if (ownerId !== undefined) await assignOwner(tx, { creatorIds: [id], ownerId });
  if (tags !== undefined) await setTags(tx, { creatorId: id, tags });
  await patchMinor(tx, before, { isMinor, guardianId });
  await patchDoNotContact(tx, before, { doNotContact, doNotContactReason });
  if (version === undefined || version === before.version) return;
  const after = await lockCreator(tx, id);
  if (after.version !== before.version) throw staleVersion(before.version);
}

type Part<Field extends keyof PatchCreatorInput> = Pick<PatchCreatorInput, Field>;

async function patchMinor(tx: Tx, before: CreatorRow, part: Part<'isMinor' | 'guardianId'>): Promise<void> {
  if (part.isMinor === undefined && part.guardianId === undefined) return;
  await setMinor(tx, { id: before.id, isMinor: part.isMinor ?? before.isMinor, guardianId: part.guardianId });
}

async function patchDoNotContact(
  tx: Tx,
  before: CreatorRow,
  { doNotContact, doNotContactReason: reason }: Part<'doNotContact' | 'doNotContactReason'>,
): Promise<void> {
  if (doNotContact === undefined && reason === undefined) return;
  await setDoNotContact(tx, {
    id: before.id,
    doNotContact: doNotContact ?? before.doNotContact,
    reason: reason === undefined ? before.doNotContactReason : reason,
  });
}
