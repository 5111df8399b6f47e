import { assertBoundRole } from '@/platform/db/assert-bound-role';
import { closePool, pool } from '@/platform/db/pool';
import { env } from '@/platform/env/env';
import { logger } from '@/platform/logger/logger';

/**
 * Checks what must hold before the first request; ends the process with one message when it does not. On SIGTERM the
 * server stops taking requests by itself; the pool is closed when it has.
 */
export async function startWeb(): Promise<void> {
  try {
    env();
    await assertBoundRole(pool());
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
  process.once('beforeExit', () => void closePool());
  logger().info('web is ready');
}
