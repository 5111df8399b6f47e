import type { CreatorRow } from '@/features/creators/commands/lock-creator';
import { saveCreator } from '@/features/creators/commands/save-creator';
import { toCreatorColumns } from '@/features/creators/commands/to-creator-columns';
import { Prisma } from '@/generated/prisma/client';
import type { Tx } from '@/platform/db/in-workspace';

/** Writes facts, as `readFacts` gives them, to a creator: its columns, custom values and preferences; a new version in any case. */
export async function writeFacts(tx: Tx, row: CreatorRow, facts: Readonly<Record<string, unknown>>): Promise<void> {
  const own = Object.fromEntries(Object.entries(facts).filter(([name]) => !name.includes('.')));
  const custom = Object.entries({ ...row.custom, ...partsOf(facts, 'custom') }).filter(([, value]) => value !== null);
  await saveCreator(tx, row, {
    ...toCreatorColumns(own),
    ...pick(own, ['stage', 'ownerId', 'doNotContact', 'doNotContactReason', 'isMinor', 'guardianId']),
    ...datesOf(own),
    custom: Object.fromEntries(custom) as Prisma.InputJsonObject,
  });
  await writePreferences(tx, row.id, partsOf(facts, 'preferences'));
}

function partsOf(facts: Readonly<Record<string, unknown>>, prefix: string): Record<string, unknown> {
  const parts = Object.entries(facts).filter(([name]) => name.startsWith(`${prefix}.`));
  return Object.fromEntries(parts.map(([name, value]) => [name.slice(prefix.length + 1), value]));
}

function pick(facts: Record<string, unknown>, names: readonly string[]): Prisma.CreatorUncheckedUpdateManyInput {
  return Object.fromEntries(names.filter((name) => name in facts).map((name) => [name, facts[name]]));
}

function datesOf(facts: Record<string, unknown>): Prisma.CreatorUncheckedUpdateManyInput {
  const dates = ['lastActivityAt', 'lastContactedAt'].filter((name) => name in facts);
  return Object.fromEntries(dates.map((name) => [name, facts[name] === null ? null : new Date(facts[name] as string)]));
}

async function writePreferences(tx: Tx, creatorId: string, parts: Record<string, unknown>): Promise<void> {
  if (Object.keys(parts).length === 0) return;
  const data = {
    ...parts,
    ...('workingHours' in parts && { workingHours: parts['workingHours'] ?? Prisma.DbNull }),
    updatedAt: tx.ctx.now,
  };
  const lists = { formats: [], topics: [], brandsToAvoid: [], products: [] };
  await tx.db.preference.upsert({
    where: { creatorId },
    create: { ...lists, ...data, creatorId, workspaceId: tx.ctx.workspaceId },
    update: data,
  });
}
