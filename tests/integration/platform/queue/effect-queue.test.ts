import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Consumer, type EffectJob, type EffectQueue, openEffectQueue } from '@/platform/queue/effect-queue';
import { newId } from '@/shared/ids';
import { useTestDatabase } from '../../../support/context';
import { eventually } from '../../../support/events';
import { describeOnBothBackends, type TestQueueHome } from '../../../support/queue-backends';
import { query } from '../../../support/query';

const createJob = (): EffectJob => ({ workspaceId: newId(), effectId: newId() });

describeOnBothBackends('the effect queue', (openHome) => {
  let database: Awaited<ReturnType<typeof useTestDatabase>>;
  let place: TestQueueHome;
  let queue: EffectQueue;
  let consumer: Consumer | undefined;
  beforeAll(async () => {
    database = await useTestDatabase();
    place = await openHome(database.appUrl);
    queue = openEffectQueue(place.home);
  });
  afterEach(async () => {
    await consumer?.close();
    consumer = undefined;
  });
  afterAll(async () => {
    await queue.close();
    await place.stop();
    await database.close();
  });

  /** Runs what is in the queue and keeps what it was given. */
  function consume(run: (job: EffectJob) => Promise<void> = () => Promise.resolve()): EffectJob[] {
    const taken: EffectJob[] = [];
    consumer = queue.consume(5, async (job) => {
      taken.push(job);
      await run(job);
    });
    return taken;
  }

  it('hands over the ids it was given, each job once', async () => {
    const jobs = Array.from({ length: 20 }, createJob);
    const taken = consume();
    await queue.add(jobs);
    await eventually(() => taken.length >= 20);
    expect(taken.map((job) => job.effectId).sort()).toEqual(jobs.map((job) => job.effectId).sort());
    expect(taken[0]).toEqual(jobs.find((job) => job.effectId === taken[0]!.effectId));
  });

  it('answers whoever asks whether it is there', async () => {
    await expect(queue.ping()).resolves.toBeUndefined();
  });

  it('keeps one job of an effect that is added twice, and forgets it once it ran or failed', async () => {
    const job = createJob();
    await queue.add([job]);
    await queue.add([job]);
    const taken = consume(() => (taken.length < 2 ? Promise.reject(new Error('no')) : Promise.resolve()));
    await eventually(() => taken.length === 1);
    for (const count of [2, 3]) {
      await eventually(async () => {
        await queue.add([job]);
        return taken.length >= count;
      });
    }
  });
});

it('says within its time limit that Redis is gone', async () => {
  const gone = openEffectQueue({ kind: 'redis', url: 'redis://127.0.0.1:9' });
  await expect(gone.ping()).rejects.toThrow();
  await gone.close();
});

it('the queue in PostgreSQL uses five connections at most', async () => {
  const database = await useTestDatabase();
  const queue = openEffectQueue({ kind: 'postgres', url: database.appUrl });
  const consumer = queue.consume(50, () => Promise.resolve());
  await queue.add(Array.from({ length: 100 }, createJob));
  const name = new URL(database.appUrl).pathname.slice(1);
  const rows = await query(
    database.ownerUrl,
    `select pid from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`,
  );
  expect(rows.length).toBeLessThanOrEqual(5);
  await consumer.close();
  await queue.close();
  await database.close();
});

it('a Redis that is down is told within the limit, and at once while the first attempt hangs', async () => {
  await useTestDatabase().then((database) => database.close());
  const queue = openEffectQueue({ kind: 'redis', url: 'redis://127.0.0.1:4499' });
  const start = performance.now();
  await expect(queue.add([createJob()])).rejects.toThrow();
  expect(performance.now() - start).toBeLessThan(3_000);
  const second = performance.now();
  await expect(queue.add([createJob()])).rejects.toThrow();
  expect(performance.now() - second).toBeLessThan(500);
  await queue.close();
});
