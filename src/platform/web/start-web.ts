import { assertBoundRole } from '@/platform/db/assert-bound-role';
import { closePool, pool } from '@/platform/db/pool';
import { env } from '@/platform/env/env';
import { closeLiveHub } from '@/platform/live/live-hub';
import { logger } from '@/platform/logger/logger';

/**
 * Checks what must hold before the first request; ends the process with one message when it does not. On SIGTERM the
 * server stops taking requests by itself; streams are ended, since an open one would hold it off; the pool is closed last.
 */
export async function startWeb(): Promise<void> {
  try {
    env();
    await assertBoundRole(pool());
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void closeLiveHub());
  process.once('beforeExit', () => void closePool());
  logger().info('web is ready');
}
