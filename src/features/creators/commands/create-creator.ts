import { creatorCreated } from '@/features/creators/events';
import { findContactByAddress, shareAddress } from '@/features/creators/commands/share-address';
import { insertHandles, insertPhones, insertEmails } from '@/features/creators/commands/insert-children';
import { lockCreatorIdentity } from '@/features/creators/commands/lock-creator-identity';
import { readCustomValues } from '@/features/creators/commands/read-custom-values';
import { refreshCreatorNumbers } from '@/features/creators/commands/refresh-creator-numbers';
import { requireReferences } from '@/features/creators/commands/require-references';
import { sourceOf } from '@/features/creators/commands/source-of';
import { tagCreators } from '@/features/creators/commands/tag-creators';
import { nameColumns, toCreatorColumns } from '@/features/creators/commands/to-creator-columns';
import { findPossibleDuplicates, type PossibleDuplicate } from '@/features/creators/queries/find-possible-duplicates';
import type { CreateCreatorInput } from '@/features/creators/schemas/create-creator';
import type { EmailInput } from '@/features/creators/schemas/address';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';
import { encodeId, newId } from '@/shared/ids';

/**
 * Adds a creator with handles, addresses, tags and custom values, and records `creator.created`.
 *
 * Nobody is created twice: while the identity of this workspace's creators is held, one with the same handle, mail or
 * near name refuses it with the candidates, unless `allowDuplicate` says that it is another person. The same mail with
 * another handle on the same platform is another creator in any case; the mail then becomes a shared contact's.
 *
 * Answers the new id. @throws AppError conflict `possible_duplicate` (`candidates`), invalid_input, not_found
 */
export async function createCreator(tx: Tx, input: CreateCreatorInput): Promise<string> {
  await lockCreatorIdentity(tx);
  const candidates = await findPossibleDuplicates(tx, input);
  if (!input.allowDuplicate) refuseDuplicates(candidates);
  await requireReferences(tx, input);

  const id = await insertCreator(tx, input);
  await insertHandles(tx, id, input.handles ?? []);
  await insertPhones(tx, { creatorId: id }, input.phones ?? []);
  await addEmails(tx, id, input.emails ?? []);
  await refreshCreatorNumbers(tx, [id]);
  await recordEvent(tx, creatorCreated, {
    subjectId: id,
    creatorId: id,
    payload: { displayName: input.displayName, source: sourceOf(tx) },
  });
  if (input.tags) await tagCreators(tx, { creatorIds: [id], add: input.tags });
  return id;
}

/** @throws AppError conflict when one of these could be the same person */
export function refuseDuplicates(candidates: readonly PossibleDuplicate[]): void {
  const same = candidates.filter((candidate) => !candidate.sharesAddressOnly);
  const [first] = same;
  if (!first) return;
  const whys = { handle: 'handle', email: 'e-mail address', name: 'name' };
  throw new AppError('conflict', {
    reason: 'possible_duplicate',
    message: `${first.displayName} has the same ${whys[first.why]}. Open that creator, or create this one anyway.`,
    extra: {
      candidates: same.map(({ id, displayName, why }) => ({ id: encodeId('creator', id), displayName, why })),
    },
  });
}

async function insertCreator(tx: Tx, input: CreateCreatorInput): Promise<string> {
  const { workspaceId, now } = tx.ctx;
  const id = newId();
  const custom = await readCustomValues(tx, input.custom ?? {});
  const { displayName, stage, ownerId, isMinor, guardianId, doNotContact, doNotContactReason } = input;
  await tx.db.creator.create({
    data: {
      ...toCreatorColumns(input),
      ...nameColumns(displayName),
      languages: input.languages ?? [],
      stage,
      ownerId,
      isMinor,
      guardianId,
      doNotContact,
      doNotContactReason,
      custom: Object.fromEntries(Object.entries(custom).filter(([, value]) => value !== null)),
      id,
      rootId: id,
      workspaceId,
      source: sourceOf(tx),
      createdAt: now,
      updatedAt: now,
      lastActivityAt: now,
    },
  });
  return id;
}

/** An address that is somebody else's already becomes a shared contact's; the others are the creator's own. */
async function addEmails(tx: Tx, creatorId: string, emails: readonly EmailInput[]): Promise<void> {
  const own: EmailInput[] = [];
  for (const email of emails) {
    const taken = await tx.db.emailAddress.findFirst({
      where: { normalized: email.normalized, creatorId: { not: null }, archivedAt: null },
    });
    if (!taken && !(await findContactByAddress(tx, email.normalized))) own.push(email);
    else await shareAddress(tx, { ...email, creatorIds: [creatorId], source: email.source ?? sourceOf(tx) });
  }
  await insertEmails(tx, { creatorId }, own);
}
