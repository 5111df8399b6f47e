import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openServer } from './open-server';
import { findRunning, stopServer } from './server-process';

/** Stops the server of a data folder whose process was killed, if it still runs. Never ends any other process. */
export async function stopAbandonedPostgres(dataDir: string): Promise<void> {
  if (!existsSync(join(dataDir, 'postgres', 'cluster'))) return;
  const server = await openServer({ dataDir });
  if ((await findRunning(server.directory)) !== null) await stopServer(server);
}
