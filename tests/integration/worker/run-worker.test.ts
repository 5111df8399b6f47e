import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createPostgresBackend, Queue } from 'bullmq';
import { systemClock } from '@/platform/clock/clock';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import {
  defineExternalSubscriber,
  defineInternalSubscriber,
  type Subscriber,
} from '@/platform/events/define-subscriber';
import { recordEvent } from '@/platform/events/record-event';
import { relayEvents } from '@/platform/events/relay-events';
import { openEffectQueue } from '@/platform/queue/effect-queue';
import { type RunningWorker, runWorker } from '@/worker/run-worker';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../support/context';
import { createGate, createListQueue, echoed, eventually, readEffects, ring, rung } from '../../support/events';
import { describeOnBothBackends, type TestQueueHome } from '../../support/queue-backends';
import { query } from '../../support/query';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => database.close());

describeOnBothBackends('workers', (openHome) => {
  let place: TestQueueHome;
  let workspace: TestWorkspace;
  let workers: RunningWorker[] = [];
  let ran: string[];
  const note = defineInternalSubscriber({
    name: 'test.note',
    on: [rung],
    run: async (_, effect) => void ran.push(effect.id),
  });

  beforeAll(async () => {
    place = await openHome(database.appUrl);
  });
  beforeEach(async () => {
    ran = [];
    workspace = await createTestWorkspace();
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    workers = [];
  });
  afterAll(() => place.stop());

  function start(subscribers: Subscriber[] = [note], changes: object = {}): RunningWorker {
    const worker = runWorker({ subscribers, queue: place.home, reconcileEveryMs: 100, ...changes });
    workers.push(worker);
    return worker;
  }
  const allDone = async (count: number, of = workspace) => {
    const effects = await readEffects(of.ctx());
    return effects.length === count && effects.every((effect) => effect.state === 'done');
  };
  /** Takes every job out of the queue, past the product. */
  async function emptyQueue(): Promise<void> {
    if (place.home.kind === 'postgres') {
      const connection = { connectionString: database.appUrl, max: 2 };
      const queue = new Queue('effects', { connection }, createPostgresBackend);
      await queue.obliterate({ force: true });
      return queue.close();
    }
    const queue = new Queue('effects', { connection: { url: place.home.url } });
    await queue.obliterate({ force: true });
    return queue.close();
  }

  it('run every effect of many workspaces once, however many there are', async () => {
    const echo = defineInternalSubscriber({
      name: 'test.echo',
      on: [rung],
      run: async (tx, { event }) => {
        await recordEvent(tx, echoed, { subjectId: event.id, payload: {} });
      },
    });
    const workspaces = [workspace, await createTestWorkspace(), await createTestWorkspace()];
    for (const each of workspaces) await ring(each.ctx(), 40);
    for (let count = 0; count < 3; count += 1) start([echo]);
    for (const each of workspaces) {
      await eventually(() => allDone(40, each));
      const rows = await inWorkspace(each.ctx(), (tx) =>
        tx.rows(
          sql`select count(*), count(distinct subject_id) as events from domain_event where type = ${echoed.type}`,
        ),
      );
      expect(rows).toEqual([{ count: 40, events: 40 }]);
    }
  });

  it('start what was committed within a quarter of a second', async () => {
    start();
    await ring(workspace.ctx());
    await eventually(() => allDone(1));
    const waits: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      await ring(workspace.ctx());
      const committed = performance.now();
      await eventually(() => ran.length === round + 2);
      waits.push(performance.now() - committed);
    }
    // One of twenty may be late on a busy machine.
    expect(waits.sort((a, b) => a - b)[18]).toBeLessThan(process.env['CI'] ? 1_000 : 500);
  });

  it('find in the ledger what was taken out of the queue', async () => {
    const queue = openEffectQueue(place.home);
    await ring(workspace.ctx(), 10);
    await relayEvents({ subscribers: [note], queue, clock: systemClock, setAside: new Map() });
    await queue.close();
    await emptyQueue();
    await inWorkspace(workspace.ctx(), (tx) =>
      tx.execute(sql`update effect set dispatched_at = dispatched_at - interval '31 seconds'`),
    );
    start();
    await eventually(() => allDone(10));
    expect(ran).toHaveLength(10);
  });

  it('find in the ledger what a relay that died never gave to the queue', async () => {
    const dying = { ...createListQueue(), add: () => Promise.reject(new Error('killed here')) };
    await ring(workspace.ctx(), 3);
    await relayEvents({ subscribers: [note], queue: dying, clock: systemClock, setAside: new Map() });
    expect((await readEffects(workspace.ctx())).map((effect) => effect.dispatchedAt)).toEqual([null, null, null]);
    start();
    await eventually(() => allDone(3));
  });

  it('try again after the delay, and a third time', async () => {
    const failing = { ...note, retry: { firstMs: 300, maxMs: 300 } };
    let failures = 0;
    start([
      {
        ...failing,
        run: () => {
          failures += 1;
          return failures < 3 ? Promise.reject(new Error('not yet')) : Promise.resolve();
        },
      },
    ]);
    await ring(workspace.ctx());
    // A retry that meets its own job still in the queue waits for the reconciler's second offer.
    await eventually(() => allDone(1), 90_000);
    expect(failures).toBe(3);
  }, 100_000);

  it('finish what is under way when they are stopped, and leave no heartbeat', async () => {
    const started = createGate();
    const slow = defineExternalSubscriber({
      name: 'test.slow',
      on: [rung],
      prepare: () => Promise.resolve({}),
      act: async () => {
        started.open();
        await sleep(400);
        return { outcome: 'done', receipt: null };
      },
    });
    const worker = start([slow]);
    await ring(workspace.ctx());
    await started.opened;
    expect(await query(database.appUrl, 'select id from worker_heartbeat')).toHaveLength(1);
    await worker.stop();
    workers = [];
    expect(await allDone(1)).toBe(true);
    expect(await query(database.appUrl, 'select id from worker_heartbeat')).toEqual([]);
  });

  it('wake the listeners of a workspace after the commit', async () => {
    const heard: string[] = [];
    const { Client } = (await import('pg')).default;
    const listener = new Client({ connectionString: database.appUrl });
    await listener.connect();
    listener.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await listener.query('listen rapport_live');
    start();
    await ring(workspace.ctx());
    await eventually(() => heard.join().includes(workspace.id));
    await listener.end();
  });
});
