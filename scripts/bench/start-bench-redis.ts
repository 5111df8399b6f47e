import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../db/embedded/find-free-port';
import { findRedis } from '../install/find-redis.mjs';
import { startProcess } from '../processes/start-process.mjs';

/** An empty Redis that keeps nothing, or a sentence that says why there is none. */
export async function startBenchRedis(): Promise<{ url: string; stop(): Promise<void> } | { missing: string }> {
  const found = findRedis();
  if (found.path === undefined) return { missing: found.missing };
  const port = await findFreePort();
  const server = startProcess({
    name: 'redis',
    command: [found.path, '--port', String(port), '--bind', '127.0.0.1', '--save', '', '--loglevel', 'warning'],
  });
  while (!(await answers(port))) await sleep(50);
  return { url: `redis://127.0.0.1:${port}`, stop: () => server.stop() };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.end());
  });
}
