import { handleUpdated } from '@/features/creators/events';
import { refuseDuplicates } from '@/features/creators/commands/create-creator';
import { lockCreatorIdentity } from '@/features/creators/commands/lock-creator-identity';
import { lockHandle, type LockedHandle } from '@/features/creators/commands/lock-handle';
import { refreshCreatorNumbers } from '@/features/creators/commands/refresh-creator-numbers';
import { setPrimaryHandle } from '@/features/creators/commands/set-primary-handle';
import { sourceOf } from '@/features/creators/commands/source-of';
import { diffFields } from '@/features/creators/model/diff-fields';
import { findPossibleDuplicates } from '@/features/creators/queries/find-possible-duplicates';
import { handleSchema } from '@/features/creators/schemas/handle';
import type { UpdateHandleInput } from '@/features/creators/schemas/handle-commands';
import type { Tx } from '@/platform/db/in-workspace';
import { invalidInput } from '@/platform/http/to-app-error';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';
import { newId } from '@/shared/ids';

/**
 * Renames an account, or corrects its id on the platform, and records `handle.updated`; the name it had is kept, and
 * found by. What is so already changes nothing.
 * @throws AppError not_found, invalid_input (no name on this platform), conflict `possible_duplicate`
 */
export async function updateHandle(tx: Tx, input: UpdateHandleInput): Promise<void> {
  await lockCreatorIdentity(tx);
  const handle = await lockHandle(tx, input.id);
  if (handle.archivedAt) throw new AppError('not_found');
  const wanted = wantedOf(handle, input);
  const changes = diffFields({ ...handle }, wanted);
  if (Object.keys(changes).length > 0) {
    if (!input.allowDuplicate) await refuseTaken(tx, handle, wanted);
    if (handle.name !== wanted.name) await keepName(tx, handle);
    await tx.db.handle.updateMany({ where: { id: handle.id }, data: wanted });
    await refreshCreatorNumbers(tx, [handle.rootId]);
    await recordEvent(tx, handleUpdated, {
      subjectId: handle.id,
      creatorId: handle.rootId,
      payload: { platform: handle.platform, name: wanted.name, changes },
    });
  }
  if (input.isPrimary) await setPrimaryHandle(tx, { id: handle.id });
}

type Wanted = Pick<LockedHandle, 'name' | 'normalizedName' | 'url' | 'platformAccountId'>;

function wantedOf(handle: LockedHandle, { name, platformAccountId }: UpdateHandleInput): Wanted {
  const accountId = platformAccountId === undefined ? handle.platformAccountId : platformAccountId;
  if (name === undefined) return { ...pickNames(handle), platformAccountId: accountId };
  const read = handleSchema.safeParse({ platform: handle.platform, name });
  if (!read.success) throw invalidInput(read.error);
  if (read.data.platform !== handle.platform) {
    const message = `must be of ${handle.platform}; an account on another platform is another handle`;
    throw new AppError('invalid_input', { message: `name ${message}`, fields: [{ path: 'name', message }] });
  }
  return {
    name: read.data.name,
    normalizedName: read.data.normalized,
    url: read.data.url ?? null,
    platformAccountId: accountId ?? read.data.platformAccountId ?? null,
  };
}

function pickNames({ name, normalizedName, url }: LockedHandle): Omit<Wanted, 'platformAccountId'> {
  return { name, normalizedName, url };
}

async function refuseTaken(tx: Tx, handle: LockedHandle, wanted: Wanted): Promise<void> {
  const others = await findPossibleDuplicates(tx, {
    handles: [{ ...wanted, platform: handle.platform, normalized: wanted.normalizedName }],
  });
  refuseDuplicates(others.filter((other) => other.id !== handle.rootId));
}

async function keepName(tx: Tx, { id, name, normalizedName }: LockedHandle): Promise<void> {
  await tx.db.handleName.create({
    data: {
      id: newId(),
      workspaceId: tx.ctx.workspaceId,
      handleId: id,
      name,
      normalizedName,
      replacedAt: tx.ctx.now,
      source: sourceOf(tx),
    },
  });
}
