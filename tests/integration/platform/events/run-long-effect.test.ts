import { expect, describe, it } from 'vitest';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { defineLongSubscriber } from '@/platform/events/define-subscriber';
import { recordEvent } from '@/platform/events/record-event';
import { runEffect } from '@/platform/events/run-effect';
import { createRuntime, createStop, rung, type Stop } from '../../../support/events';
import { useLedger } from '../../../support/ledger';

describe('a long effect', () => {
  const { only, begin, change, reconcile, countRung } = useLedger();

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
  const countBatches = async () => (await countRung()) - 1;

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
    const [first, second] = [createStop(), createStop()];
    const stoppingAt = (batch: number, stop: Stop) =>
      counter(({ done }) => (done === batch ? stop.reached() : undefined));
    const address = await begin(stoppingAt(3, first));
    const stale = runEffect(createRuntime([stoppingAt(3, first)]), address);
    await first.isReached;
    await change(sql`lease_until = now() - interval '1 second'`);
    await reconcile(createRuntime([stoppingAt(3, first)]));
    const successor = runEffect(createRuntime([stoppingAt(6, second)]), address);
    await second.isReached;
    first.goOn();
    await stale;
    expect(await countBatches()).toBe(6);
    expect(await only()).toMatchObject({ state: 'claimed' });
    second.goOn();
    await successor;
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
