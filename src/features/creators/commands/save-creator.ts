import { staleVersion, type CreatorRow } from '@/features/creators/commands/lock-creator';
import type { Prisma } from '@/generated/prisma/client';
import type { Tx } from '@/platform/db/in-workspace';

/** The guarded move of a creator: writes these columns over the version that was read. Answers the new version. */
export async function saveCreator(
  tx: Tx,
  { id, version }: Pick<CreatorRow, 'id' | 'version'>,
  columns: Prisma.CreatorUncheckedUpdateManyInput,
): Promise<number> {
  const { count } = await tx.db.creator.updateMany({
    where: { id, version },
    data: { ...columns, version: version + 1, updatedAt: tx.ctx.now },
  });
  if (count !== 1) throw staleVersion(version);
  return version + 1;
}
