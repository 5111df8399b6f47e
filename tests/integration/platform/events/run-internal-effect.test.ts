import { expect, describe, it } from 'vitest';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { defineInternalSubscriber } from '@/platform/events/define-subscriber';
import { recordEvent } from '@/platform/events/record-event';
import { runEffect } from '@/platform/events/run-effect';
import { createRuntime, ring, rung } from '../../../support/events';
import { useLedger } from '../../../support/ledger';

describe('an internal effect', () => {
  const { workspace, ctx, relay, only, begin, change, countRung } = useLedger();

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
    expect(await countRung()).toBe(2);
  });

  it('carries the request id of the event on', async () => {
    const subscriber = echoed();
    const requestId = 'req_of_the_click';
    await ring(workspace().ctx('admin', { requestId }));
    await relay([subscriber]);
    await runEffect(createRuntime([subscriber]), { workspaceId: workspace().id, effectId: (await only()).id });
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
    expect(await countRung()).toBe(1);
  });

  it('that this worker does not know comes back later', async () => {
    const address = await begin(echoed());
    await runEffect(createRuntime([]), address);
    expect(await only()).toMatchObject({
      state: 'pending',
      lastError: 'Error: this worker has no subscriber test.echo',
    });
  });
});
