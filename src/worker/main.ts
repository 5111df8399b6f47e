import { setTimeout as sleep } from 'node:timers/promises';
import { assertBoundRole } from '@/platform/db/assert-bound-role';
import { closePool, pool } from '@/platform/db/pool';
import { env } from '@/platform/env/env';
import { logger } from '@/platform/logger/logger';
import { runWorker } from '@/worker/run-worker';
import { subscribers } from '@/worker/subscribers';

/** Effects under way have 8 s to end, what cannot end is left to its lease, and the process is gone after 10 s. */
const lastCallMs = 10_000;

/** The worker process: `npm run worker`, as many as wanted, on as many machines. */
async function main(): Promise<void> {
  const { REDIS_URL, DATABASE_URL } = env();
  await assertBoundRole(pool());
  const worker = runWorker({
    subscribers,
    mailboxes: {},
    queue: REDIS_URL ? { kind: 'redis', url: REDIS_URL } : { kind: 'postgres', url: DATABASE_URL },
  });
  logger().info({ queue: REDIS_URL ? 'redis' : 'postgres' }, 'the worker runs');
  let ending = false;
  const end = (signal: NodeJS.Signals) => {
    if (ending) return;
    ending = true;
    logger().info({ signal }, 'the worker ends');
    void Promise.race([worker.stop().then(closePool), sleep(lastCallMs)]).then(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

function fail(error: unknown): void {
  try {
    logger().fatal({ err: error }, 'the worker failed');
  } catch {
    // Without an environment there is no logger; the message says what is wrong with it.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  process.exit(1);
}

process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
main().catch(fail);
