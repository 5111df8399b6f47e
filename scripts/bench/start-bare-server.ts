import { join } from 'node:path';
import { findFreePort } from '../db/embedded/find-free-port';
import { startProcess } from '../processes/start-process.mjs';
import { waitUntilReady } from '../processes/wait-until-ready.mjs';

/** A process of `node:http` and `pg` alone that answers the statements which a bare route shows at `recordingUrl`. */
export async function startBareServer(recordingUrl: string): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await findFreePort();
  const server = startProcess({
    name: 'bare server',
    command: [
      process.execPath,
      '--import',
      'tsx',
      join(import.meta.dirname, 'bare-server.ts'),
      String(port),
      recordingUrl,
    ],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const url = `http://127.0.0.1:${port}`;
  await waitUntilReady(url, 20_000);
  return { url, stop: () => server.stop() };
}
