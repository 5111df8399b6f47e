import { writeFile } from 'node:fs/promises';
import { connectOwner } from './connect-owner';
import { migrate } from './migrate-database';
import { migrationsDir, snapshotFile } from './paths';
import { readCatalogue } from './read-catalogue';
import { createScratchDatabase } from './scratch-database';

export interface WriteSnapshotInput {
  /** Any database of the server: the snapshot is taken of a scratch database, so that it holds what the migrations make. */
  ownerUrl: string;
  migrationsDir?: string;
  snapshotFile?: string;
}

/** Writes down what the migrations make that Prisma cannot see, for `checkDatabase` to compare with. */
export async function writeSnapshot(input: WriteSnapshotInput): Promise<void> {
  const scratch = await createScratchDatabase(input.ownerUrl);
  try {
    await migrate({ ownerUrl: scratch.ownerUrl, migrationsDir: input.migrationsDir ?? migrationsDir });
    const client = await connectOwner(scratch.ownerUrl);
    const lines = await readCatalogue(client).finally(() => client.end());
    await writeFile(input.snapshotFile ?? snapshotFile, `${lines.join('\n')}\n`);
  } finally {
    await scratch.drop();
  }
}
