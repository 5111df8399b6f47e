import { join, resolve } from 'node:path';
import { openDataDirectory } from './data-directory';
import { findBinaries } from './find-binaries';
import { findServerUser } from './find-server-user';
import type { Server } from './server-process';

/** Finds or makes all that a server needs to run on `dataDir`, without starting it. */
export async function openServer(options: { dataDir: string; port?: number; durable?: boolean }): Promise<Server> {
  const [binaries, user] = await Promise.all([findBinaries(), findServerUser()]);
  const directory = await openDataDirectory(join(resolve(options.dataDir), 'postgres'), binaries, user);
  const port = options.port ?? Number(process.env.PGPORT_EMBEDDED ?? 0);
  return { directory, binaries, user, port, durable: options.durable ?? true };
}
