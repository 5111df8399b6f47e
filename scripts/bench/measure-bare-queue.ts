import { createPostgresBackend, Queue, Worker } from 'bullmq';
import pg from 'pg';
import { appRole } from '@/platform/db/pool';
import type { QueueHome } from '@/platform/queue/effect-queue';
import { newId } from '@/shared/ids';

const queueName = 'bench';
const concurrency = 50;
const added = 500;

/** Jobs a second of BullMQ alone, from the adding of the first to the end of the last of jobs that do nothing. */
export async function measureBareQueue(home: QueueHome, count: number): Promise<number> {
  let run = 0;
  let finish: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (finish = resolve));
  const { queue, worker, end } = open(home, () => {
    run += 1;
    if (run === count) finish();
    return Promise.resolve();
  });
  const begun = performance.now();
  for (let from = 0; from < count; from += added) {
    await queue.addBulk(
      Array.from({ length: Math.min(added, count - from) }, () => ({
        name: 'run',
        data: { effectId: newId() },
        opts: { jobId: newId(), removeOnComplete: true },
      })),
    );
  }
  await all;
  const took = performance.now() - begun;
  await worker.close();
  await queue.close();
  await end();
  return count / (took / 1000);
}

function open(home: QueueHome, run: () => Promise<void>) {
  const settings = { concurrency, removeOnComplete: { count: 0 } };
  if (home.kind === 'redis') {
    return {
      queue: new Queue(queueName, { connection: { url: home.url } }),
      worker: new Worker(queueName, run, { connection: { url: home.url, maxRetriesPerRequest: null }, ...settings }),
      end: () => Promise.resolve(),
    };
  }
  const connection = new pg.Pool({
    connectionString: home.url,
    max: 10,
    options: `-c role=${appRole} -c search_path=bullmq,public`,
  });
  return {
    queue: new Queue(queueName, { connection }, createPostgresBackend),
    worker: new Worker(queueName, run, { connection, ...settings }, createPostgresBackend),
    end: () => connection.end(),
  };
}
