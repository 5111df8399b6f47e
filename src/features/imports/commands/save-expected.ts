import { lockProgress } from '@/features/imports/commands/lock-import';
import { toJson } from '@/features/imports/model/to-json';
import type { Expected } from '@/features/imports/schemas/import';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** Keeps what a dry run found so far. False when the import was mapped anew, started or cancelled since. */
export async function saveExpected(
  tx: Tx,
  { id, version, expected }: { id: string; version: number; expected: Expected },
): Promise<boolean> {
  const progress = await lockProgress(tx, id);
  if (progress.state !== 'dry_run' || progress.version !== version) return false;
  await tx.execute(sql`update import set expected = ${toJson(expected)}::jsonb where id = ${id}::uuid`);
  return true;
}
