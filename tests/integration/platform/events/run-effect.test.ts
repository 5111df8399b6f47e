import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '@/platform/clock/clock';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import {
  type ActResult,
  defineExternalSubscriber,
  defineInternalSubscriber,
  defineLongSubscriber,
  type Settlement,
  skip,
  type Subscriber,
} from '@/platform/events/define-subscriber';
import type { EffectRuntime } from '@/platform/events/effect-runtime';
import { reconcileEffects } from '@/platform/events/reconcile-effects';
import { recordEvent } from '@/platform/events/record-event';
import { relayEvents } from '@/platform/events/relay-events';
import { runEffect } from '@/platform/events/run-effect';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import {
  countRows,
  createGate,
  createListQueue,
  createRuntime,
  readEffects,
  ring,
  rung,
} from '../../../support/events';

describe('runEffect', () => {
  let database: Awaited<ReturnType<typeof useTestDatabase>>;
  let workspace: TestWorkspace;
  beforeAll(async () => {
    database = await useTestDatabase();
  });
  beforeEach(async () => {
    workspace = await createTestWorkspace();
    await relay([]);
  });
  afterAll(() => database.close());

  const ctx = () => workspace.ctx();
  const relay = (subscribers: Subscriber[]) =>
    relayEvents({ subscribers, queue: createListQueue(), clock: systemClock, setAside: new Map() });

  /** Records one event, fans it out, and answers the address of its only effect. */
  async function begin(subscriber: Subscriber) {
    await ring(ctx());
    await relay([subscriber]);
    const [effect] = await readEffects(ctx());
    return { workspaceId: workspace.id, effectId: effect!.id };
  }
  const only = async () => (await readEffects(ctx()))[0]!;
  const change = (assignment: ReturnType<typeof sql>) =>
    inWorkspace(ctx(), (tx) => tx.execute(sql`update effect set ${assignment}`));
  const reconcile = (runtime: EffectRuntime) => reconcileEffects({ runtime, queue: createListQueue() });

  describe('of an internal subscriber', () => {
    const echoed = (settlements: string[] = []) =>
      defineInternalSubscriber({
        name: 'test.echo',
        on: [rung],
        retry: { maxAttempts: 2, firstMs: 60_000 },
        run: async (tx, effect) => {
          // A second event in the same transaction stands for any row.
          await recordEvent(tx, rung, { subjectId: effect.event.subjectId, payload: { note: 'echo' } });
          if (effect.event.payload?.note === 'fail') throw new Error('no');
        },
        settle: async (_, __, settlement) => void settlements.push(settlement.state),
      });

    it('happens once, however often and by however many it is run', async () => {
      const subscriber = echoed();
      const address = await begin(subscriber);
      const runtime = createRuntime([subscriber]);
      await Promise.all(Array.from({ length: 8 }, () => runEffect(runtime, address)));
      await runEffect(runtime, address);
      expect(await only()).toMatchObject({ state: 'done', attempts: 1, lastError: null });
      expect(await countRows(ctx(), 'domain_event')).toBe(2 + (await setUpEvents()));
    });

    it('carries the request id of the event on', async () => {
      const subscriber = echoed();
      const requestId = 'req_of_the_click';
      await ring(workspace.ctx('admin', { requestId }));
      await relay([subscriber]);
      await runEffect(createRuntime([subscriber]), { workspaceId: workspace.id, effectId: (await only()).id });
      const rows = await inWorkspace(ctx(), (tx) =>
        tx.rows(sql`select actor_type from domain_event where request_id = ${requestId} order by id`),
      );
      expect(rows).toEqual([{ actor_type: 'user' }, { actor_type: 'worker' }]);
    });

    it('leaves nothing of a failed run, waits longer each time, and is dead in the end', async () => {
      const settlements: string[] = [];
      const failing = { ...echoed(settlements), run: () => Promise.reject(new Error('no disk')) };
      const address = await begin(failing);
      const runtime = createRuntime([failing]);
      const events = await countRows(ctx(), 'domain_event');
      await runEffect(runtime, address);
      const first = await only();
      expect(first).toMatchObject({ state: 'pending', attempts: 1, lastError: 'Error: no disk' });
      const waits = first.dueAt.getTime() - Date.now();
      expect(waits).toBeGreaterThan(45_000);
      expect(waits).toBeLessThan(75_000);
      await runEffect(runtime, address);
      expect(await only()).toMatchObject({ state: 'pending', attempts: 1 });
      await change(sql`due_at = now()`);
      await runEffect(runtime, address);
      expect(await only()).toMatchObject({ state: 'dead', attempts: 2, lastError: 'Error: no disk' });
      expect(settlements).toEqual(['pending', 'dead']);
      expect(await countRows(ctx(), 'domain_event')).toBe(events);
    });

    it('that this worker does not know comes back later', async () => {
      const address = await begin(echoed());
      await runEffect(createRuntime([]), address);
      expect(await only()).toMatchObject({
        state: 'pending',
        lastError: 'Error: this worker has no subscriber test.echo',
      });
    });

    /** Events that making the workspace recorded. */
    const setUpEvents = async () => {
      const [row] = await inWorkspace(ctx(), (tx) =>
        tx.rows<{ count: number }>(sql`select count(*) from domain_event where type <> 'test.rung'`),
      );
      return row!.count;
    };
  });

  describe('of an external subscriber', () => {
    interface Trace {
      steps: string[];
      settlements: Settlement<string>[];
    }
    function mailer(trace: Trace, act: () => Promise<ActResult<string>>, changes: object = {}) {
      return defineExternalSubscriber({
        name: 'test.mail',
        on: [rung],
        retry: { maxAttempts: 2, firstMs: 60_000 },
        prepare: async () => {
          trace.steps.push('prepare');
          return { to: 'a@example.com' };
        },
        load: async (plan: { to: string }) => {
          trace.steps.push('load');
          return plan;
        },
        act: async (plan) => {
          trace.steps.push(`act in ${(await only()).state} for ${plan.to}`);
          return act();
        },
        settle: async (_, __, settlement) => void trace.settlements.push(settlement as Settlement<string>),
        ...changes,
      });
    }
    const done = (): Promise<ActResult<string>> => Promise.resolve({ outcome: 'done', receipt: '250 OK' });
    const createTrace = (): Trace => ({ steps: [], settlements: [] });

    it('goes through its phases in order and commits handing_over before it acts', async () => {
      const trace = createTrace();
      const subscriber = mailer(trace, done, { handOver: async () => void trace.steps.push('hand over') });
      await runEffect(createRuntime([subscriber]), await begin(subscriber));
      expect(trace.steps).toEqual(['prepare', 'load', 'hand over', 'act in handing_over for a@example.com']);
      expect(trace.settlements).toEqual([{ state: 'done', receipt: '250 OK' }]);
      expect(await only()).toMatchObject({ state: 'done', attempts: 1 });
    });

    it.each([
      [{ outcome: 'retry', reason: '421 later', delayMs: 3_600_000 }, 'pending', '421 later'],
      [{ outcome: 'dead', reason: '550 no such user' }, 'dead', '550 no such user'],
      [{ outcome: 'unknown', reason: 'connection lost' }, 'unknown', 'connection lost'],
    ] as const)('answered %o is %s', async (result, state, lastError) => {
      const trace = createTrace();
      const subscriber = mailer(trace, () => Promise.resolve(result));
      const address = await begin(subscriber);
      await runEffect(createRuntime([subscriber]), address);
      expect(await only()).toMatchObject({ state, lastError });
      expect(trace.settlements).toMatchObject([{ state, reason: lastError }]);
      await runEffect(createRuntime([subscriber]), address);
      expect(trace.steps.filter((step) => step.startsWith('act'))).toHaveLength(1);
    });

    it('that throws while acting is unknown, and while loading is tried again', async () => {
      const trace = createTrace();
      const subscriber = mailer(trace, () => Promise.reject(new Error('socket hang up')));
      await runEffect(createRuntime([subscriber]), await begin(subscriber));
      expect(await only()).toMatchObject({ state: 'unknown', lastError: 'Error: socket hang up' });
      workspace = await createTestWorkspace();
      const unloaded = mailer(createTrace(), done, { load: () => Promise.reject(new Error('no file')) });
      await runEffect(createRuntime([unloaded]), await begin(unloaded));
      expect(await only()).toMatchObject({ state: 'pending', lastError: 'Error: no file' });
    });

    it('that does not answer in time is unknown', async () => {
      const trace = createTrace();
      const subscriber = mailer(trace, () => new Promise(() => undefined), { timeoutMs: 200 });
      await runEffect(createRuntime([subscriber]), await begin(subscriber));
      expect(await only()).toMatchObject({ state: 'unknown' });
      expect((await only()).lastError).toContain('not done after 200 ms');
    });

    it('with nothing to do is done without acting', async () => {
      const trace = createTrace();
      const subscriber = mailer(trace, done, { prepare: () => Promise.resolve(skip) });
      await runEffect(createRuntime([subscriber]), await begin(subscriber));
      expect(await only()).toMatchObject({ state: 'done' });
      expect(trace).toEqual({ steps: [], settlements: [] });
    });

    it('is refused to a worker that was declared dead: before the hand-over nothing leaves', async () => {
      const trace = createTrace();
      const loading = createGate();
      const goOn = createGate();
      const slow = mailer(trace, done, {
        load: async (plan: object) => {
          loading.open();
          await goOn.opened;
          return plan;
        },
      });
      const address = await begin(slow);
      const stale = runEffect(createRuntime([slow]), address);
      await loading.opened;
      await change(sql`lease_until = now() - interval '1 second'`);
      await reconcile(createRuntime([slow]));
      const quick = mailer(trace, done);
      await runEffect(createRuntime([quick]), address);
      expect(await only()).toMatchObject({ state: 'done', attempts: 2 });
      goOn.open();
      await stale;
      expect(trace.steps.filter((step) => step.startsWith('act'))).toHaveLength(1);
      expect(trace.settlements.map(({ state }) => state)).toEqual(['pending', 'done']);
    });

    it('finished by a worker that was declared dead stays unknown', async () => {
      const trace = createTrace();
      const acting = createGate();
      const goOn = createGate();
      const slow = mailer(trace, async () => {
        acting.open();
        await goOn.opened;
        return { outcome: 'done', receipt: 'late' };
      });
      const stale = runEffect(createRuntime([slow]), await begin(slow));
      await acting.opened;
      await change(sql`lease_until = now() - interval '1 second'`);
      await reconcile(createRuntime([slow]));
      goOn.open();
      await stale;
      expect(await only()).toMatchObject({ state: 'unknown' });
      expect(trace.settlements.map(({ state }) => state)).toEqual(['unknown']);
    });

    it('keeps its lease while it runs', async () => {
      const subscriber = mailer(createTrace(), async () => {
        await new Promise((resolve) => setTimeout(resolve, 900));
        await reconcile(createRuntime([subscriber]));
        return { outcome: 'done', receipt: 'slow' };
      });
      await runEffect(createRuntime([subscriber], { leaseMs: 300 }), await begin(subscriber));
      expect(await only()).toMatchObject({ state: 'done', attempts: 1 });
    });

    it.each([
      ['found', 'done'],
      [null, 'unknown'],
    ] as const)('unknown and looked up as %s is %s', async (found, state) => {
      const trace = createTrace();
      const subscriber = mailer(trace, () => Promise.resolve({ outcome: 'unknown', reason: 'lost' }), {
        lookUp: () => Promise.resolve(found),
      });
      await runEffect(createRuntime([subscriber]), await begin(subscriber));
      expect(await only()).toMatchObject({ state });
    });

    it('whose settling fails keeps its lease, and the reconciler comes back later', async () => {
      const subscriber = mailer(createTrace(), done, {
        settle: () => Promise.reject(new Error('bug')),
      });
      const address = await begin(subscriber);
      await change(sql`state = 'claimed', claim = gen_random_uuid(), lease_until = now() - interval '1 second'`);
      await reconcile(createRuntime([subscriber]));
      expect(await only()).toMatchObject({ id: address.effectId, state: 'claimed' });
      const [row] = await inWorkspace(ctx(), (tx) =>
        tx.rows(sql`select lease_until > now() + interval '30 seconds' as later from effect`),
      );
      expect(row).toEqual({ later: true });
    });
  });

  describe('of a long subscriber', () => {
    /** Ten batches of one event each; the events are the checkpoint. */
    const counter = (batches: (tools: { done: number }) => Promise<void> | void = () => undefined) =>
      defineLongSubscriber({
        name: 'test.count',
        on: [rung],
        retry: { maxAttempts: 3, firstMs: 60_000 },
        run: async (context, effect, { signal, renew }) => {
          for (;;) {
            signal.throwIfAborted();
            const count = await inWorkspace(context, async (tx) => {
              await renew(tx);
              const [row] = await tx.rows<{ count: number }>(
                sql`select count(*) from domain_event where type = 'test.rung' and subject_id = ${effect.event.subjectId}::uuid`,
              );
              if (row!.count <= 10)
                await recordEvent(tx, rung, { subjectId: effect.event.subjectId, payload: { note: 'batch' } });
              return row!.count;
            });
            if (count > 10) return;
            await batches({ done: count });
          }
        },
      });
    const countBatches = async () => {
      const [row] = await inWorkspace(ctx(), (tx) =>
        tx.rows<{ count: number }>(sql`select count(*) from domain_event where type = 'test.rung'`),
      );
      return row!.count - 1;
    };

    it('goes on from its checkpoint after a failure, and progress renews its attempts', async () => {
      let failures = 0;
      const subscriber = counter(({ done }) => {
        if (done === 3 + failures && failures < 4) {
          failures += 1;
          throw new Error('power cut');
        }
      });
      const address = await begin(subscriber);
      const runtime = createRuntime([subscriber]);
      for (let run = 0; run < 5; run += 1) {
        await change(sql`due_at = now()`);
        await runEffect(runtime, address);
      }
      expect(failures).toBe(4);
      expect(await only()).toMatchObject({ state: 'done' });
      expect(await countBatches()).toBe(10);
    });

    it('that makes no progress is dead in the end', async () => {
      const subscriber = { ...counter(), run: () => Promise.reject(new Error('bad file')) };
      const address = await begin(subscriber);
      for (let run = 0; run < 3; run += 1) {
        await change(sql`due_at = now()`);
        await runEffect(createRuntime([subscriber]), address);
      }
      expect(await only()).toMatchObject({ state: 'dead', attempts: 3, lastError: 'Error: bad file' });
    });

    it('commits no batch any more once another worker has it', async () => {
      const third = createGate();
      const goOn = createGate();
      const slow = counter(async ({ done }) => {
        if (done !== 3) return;
        third.open();
        await goOn.opened;
      });
      const address = await begin(slow);
      const stale = runEffect(createRuntime([slow]), address);
      await third.opened;
      await change(sql`lease_until = now() - interval '1 second'`);
      await reconcile(createRuntime([slow]));
      await runEffect(createRuntime([counter()]), address);
      expect(await countBatches()).toBe(10);
      goOn.open();
      await stale;
      expect(await countBatches()).toBe(10);
      expect(await only()).toMatchObject({ state: 'done' });
    });

    it('is released without counting an attempt when the process ends', async () => {
      const stopping = new AbortController();
      const subscriber = counter(({ done }) => {
        if (done === 4) stopping.abort();
      });
      const address = await begin(subscriber);
      await runEffect(createRuntime([subscriber], { stopping: stopping.signal }), address);
      expect(await only()).toMatchObject({ state: 'pending', attempts: 0, lastError: 'the worker ended' });
      expect(await countBatches()).toBe(4);
    });
  });
});
