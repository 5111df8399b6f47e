import { creatorPreferencesUpdated } from '@/features/creators/events';
import { lockCreator } from '@/features/creators/commands/lock-creator';
import { diffFields } from '@/features/creators/model/diff-fields';
import type { UpdatePreferencesInput } from '@/features/creators/schemas/preferences';
import { Prisma } from '@/generated/prisma/client';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';

const lists = { formats: [], topics: [], brandsToAvoid: [], products: [] };
const none = { ...lists, tone: null, workingHours: null };

/**
 * Changes how a creator likes to work, field by field, and records `creator.preferences_updated`. What is so already
 * changes nothing. @throws AppError not_found
 */
export async function updatePreferences(tx: Tx, { creatorId, ...fields }: UpdatePreferencesInput): Promise<void> {
  const creator = await lockCreator(tx, creatorId);
  const before = await tx.db.preference.findFirst({ where: { creatorId: creator.id } });
  const changes = diffFields(before ? { ...before } : none, fields);
  if (Object.keys(changes).length === 0) return;
  const { workingHours, ...plain } = fields;
  const data = {
    ...plain,
    ...(workingHours !== undefined && { workingHours: workingHours ?? Prisma.DbNull }),
    updatedAt: tx.ctx.now,
  };
  await tx.db.preference.upsert({
    where: { creatorId: creator.id },
    create: { ...lists, ...data, creatorId: creator.id, workspaceId: tx.ctx.workspaceId },
    update: { ...data, version: { increment: 1 } },
  });
  await recordEvent(tx, creatorPreferencesUpdated, {
    subjectId: creator.id,
    creatorId: creator.id,
    payload: { changes },
  });
}
