import { askerOf } from '@/features/creators/commands/create-export';
import type { Export } from '@/features/creators/schemas/export';
import type { Tx } from '@/platform/db/in-workspace';
import { AppError } from '@/shared/errors';
import { encodeId } from '@/shared/ids';

/** An export of one's own and how far it is. @throws AppError not_found, also for somebody else's */
export async function getExport(tx: Tx, id: string): Promise<Export> {
  const { file, ...row } = await readExport(tx, id);
  return {
    id: encodeId('export', row.id),
    state: row.state as Export['state'],
    format: row.format as Export['format'],
    rows: row.rowsTotal,
    done: row.rowsDone,
    fileName: file?.name ?? null,
    failure: row.failure,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

export async function readExport(tx: Tx, id: string) {
  const row = await tx.db.export.findFirst({ where: { id, createdBy: askerOf(tx) }, include: { file: true } });
  if (!row) throw new AppError('not_found');
  return row;
}
