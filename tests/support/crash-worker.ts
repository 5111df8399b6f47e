// A worker to be killed: the product's own, with the subscribers of createCrashSubscribers.
import { closePool } from '@/platform/db/pool';
import { runWorker } from '@/worker/run-worker';
import { createCrashSubscribers } from './crash-subscribers';

const { CRASH_STEP, CRASH_FOLDER, DATABASE_URL, REDIS_URL } = process.env;

const worker = runWorker({
  subscribers: createCrashSubscribers({ step: CRASH_STEP ?? null, folder: CRASH_FOLDER ?? '' }),
  queue: REDIS_URL ? { kind: 'redis', url: REDIS_URL } : { kind: 'postgres', url: DATABASE_URL ?? '' },
  leaseMs: 1_500,
  reconcileEveryMs: 200,
});

process.on('SIGTERM', () => void worker.stop().then(closePool));
