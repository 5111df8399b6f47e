import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/**
 * For a batch of a run that fills or empties tables, whose statistics are those from before it: until the transaction
 * ends nothing is read whole that an index gives. Plans of earlier batches, also those that keys are checked with, are
 * forgotten once, for planning each check anew costs more than the check.
 */
export async function readByIndex(tx: Tx): Promise<void> {
  await tx.execute(sql`discard plans`);
  await tx.execute(sql`set local enable_seqscan = off`);
}
