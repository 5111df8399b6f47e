import { expect, describe, it } from 'vitest';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { type ActResult, defineExternalSubscriber, type Settlement, skip } from '@/platform/events/define-subscriber';
import { runEffect } from '@/platform/events/run-effect';
import { createRuntime, createStop, rung, type Stop } from '../../../support/events';
import { useLedger } from '../../../support/ledger';

describe('an external effect', () => {
  const { ctx, only, begin, change, reconcile } = useLedger();

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
      settle: async (_, __, settlement) => void trace.settlements.push(settlement),
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

  it('that throws while acting is unknown', async () => {
    const trace = createTrace();
    const subscriber = mailer(trace, () => Promise.reject(new Error('socket hang up')));
    await runEffect(createRuntime([subscriber]), await begin(subscriber));
    expect(await only()).toMatchObject({ state: 'unknown', lastError: 'Error: socket hang up' });
  });

  it('that throws while loading is tried again', async () => {
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
    const stop = createStop();
    const slow = mailer(trace, done, { load: (plan: object) => stop.reached().then(() => plan) });
    const address = await begin(slow);
    const stale = runEffect(createRuntime([slow]), address);
    await stop.isReached;
    await change(sql`lease_until = now() - interval '1 second'`);
    await reconcile(createRuntime([slow]));
    const quick = mailer(trace, done);
    await runEffect(createRuntime([quick]), address);
    expect(await only()).toMatchObject({ state: 'done', attempts: 2 });
    stop.goOn();
    await stale;
    expect(trace.steps.filter((step) => step.startsWith('act'))).toHaveLength(1);
    expect(trace.settlements.map(({ state }) => state)).toEqual(['pending', 'done']);
  });

  it('is not handed over by a worker whose claim another has by now', async () => {
    const trace = createTrace();
    const [first, second] = [createStop(), createStop()];
    const stopping = (stop: Stop) => mailer(trace, done, { load: (plan: object) => stop.reached().then(() => plan) });
    const address = await begin(stopping(first));
    const stale = runEffect(createRuntime([stopping(first)]), address);
    await first.isReached;
    await change(sql`lease_until = now() - interval '1 second'`);
    await reconcile(createRuntime([stopping(first)]));
    const successor = runEffect(createRuntime([stopping(second)]), address);
    await second.isReached;
    first.goOn();
    await stale;
    expect(await only()).toMatchObject({ state: 'claimed', attempts: 2 });
    second.goOn();
    await successor;
    expect(trace.steps.filter((step) => step.startsWith('act'))).toHaveLength(1);
    expect(trace.settlements.map(({ state }) => state)).toEqual(['pending', 'done']);
  });

  it('is not finished by a worker whose claim another has by now', async () => {
    const trace = createTrace();
    const [first, second] = [createStop(), createStop()];
    const stopping = (stop: Stop, receipt: string) =>
      mailer(trace, () => stop.reached().then(() => ({ outcome: 'done', receipt })));
    const address = await begin(stopping(first, 'late'));
    const stale = runEffect(createRuntime([stopping(first, 'late')]), address);
    await first.isReached;
    await change(sql`lease_until = now() - interval '1 second'`);
    await reconcile(createRuntime([stopping(first, 'late')]));
    // A person says that it did not arrive.
    await change(sql`state = 'pending'`);
    const successor = runEffect(createRuntime([stopping(second, 'in time')]), address);
    await second.isReached;
    first.goOn();
    await stale;
    expect(await only()).toMatchObject({ state: 'handing_over' });
    second.goOn();
    await successor;
    expect(trace.settlements.at(-1)).toEqual({ state: 'done', receipt: 'in time' });
    expect(trace.settlements.map(({ state }) => state)).toEqual(['unknown', 'done']);
  });

  it('finished by a worker that was declared dead stays unknown', async () => {
    const trace = createTrace();
    const stop = createStop();
    const slow = mailer(trace, () => stop.reached().then(() => ({ outcome: 'done', receipt: 'late' })));
    const stale = runEffect(createRuntime([slow]), await begin(slow));
    await stop.isReached;
    await change(sql`lease_until = now() - interval '1 second'`);
    await reconcile(createRuntime([slow]));
    stop.goOn();
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
