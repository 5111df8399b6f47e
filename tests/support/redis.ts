import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findFreePort } from '../../scripts/db/embedded/find-free-port';

export interface TestRedis {
  url: string;
  stop(): Promise<void>;
}

/** The redis-server of this machine, or null: then `describe.skipIf(!redisBinary)('… (redis-server is not installed)')`. */
export const redisBinary = findBinary();

/** Starts an empty Redis that keeps nothing on disk, on a free port. Throws when redis-server is not installed. */
export async function startTestRedis(): Promise<TestRedis> {
  if (!redisBinary) throw new Error('redis-server is not installed.');
  const port = await findFreePort();
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', '/tmp'];
  const server = spawn(redisBinary, flags, { stdio: ['ignore', 'pipe', 'ignore'] });
  const exited = once(server, 'exit');
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('Ready to accept connections')) resolve();
    });
    exited.then(() => reject(new Error(`redis-server ended at once on port ${port}.`)), reject);
  });
  const stop = async () => {
    server.kill('SIGTERM');
    await exited;
  };
  return { url: `redis://127.0.0.1:${port}`, stop };
}

function findBinary(): string | null {
  const candidates = (process.env.PATH ?? '').split(delimiter).map((dir) => join(dir, 'redis-server'));
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
