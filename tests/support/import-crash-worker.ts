// A worker to be killed in the middle of imports: the product's own, with shorter leases.
import { closePool } from '@/platform/db/pool';
import { runWorker } from '@/worker/run-worker';
import { subscribers } from '@/worker/subscribers';

const { DATABASE_URL } = process.env;

const worker = runWorker({
  subscribers,
  queue: { kind: 'postgres', url: DATABASE_URL ?? '' },
  leaseMs: 1_500,
  reconcileEveryMs: 200,
});

process.on('SIGTERM', () => void worker.stop().then(closePool));
