// A worker to be killed: the product's own, reading mailboxes with times that a test can wait for.
import { subscribers } from '@/worker/subscribers';
import { runWorker } from '@/worker/run-worker';
import { closePool } from '@/platform/db/pool';
import { quickReading } from './quick-reading';

const worker = runWorker({
  subscribers,
  queue: { kind: 'postgres', url: process.env['DATABASE_URL'] ?? '' },
  leaseMs: 1_500,
  reconcileEveryMs: 200,
  mailboxes: { ...quickReading, limits: { maxBytes: 1_000_000, maxBatchBytes: 1_000_000, maxMails: 7 } },
});

process.on('SIGTERM', () => void worker.stop().then(closePool));
