import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '@/platform/clock/clock';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { defineInternalSubscriber } from '@/platform/events/define-subscriber';
import { findStuckEffects } from '@/platform/events/find-stuck-effects';
import { relayEvents } from '@/platform/events/relay-events';
import { resolveUnknownEffect } from '@/platform/events/resolve-unknown-effect';
import { retryEffect } from '@/platform/events/retry-effect';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { createListQueue, readEffects, ring, rung } from '../../../support/events';

describe('a stuck effect', () => {
  let database: Awaited<ReturnType<typeof useTestDatabase>>;
  let workspace: TestWorkspace;
  let settled: string[];
  const subscriber = defineInternalSubscriber({
    name: 'test.stuck',
    on: [rung],
    run: () => Promise.resolve(),
    settle: async (tx, _, settlement) => void settled.push(`${settlement.state} by ${tx.ctx.actor.type}`),
  });

  beforeAll(async () => {
    database = await useTestDatabase();
  });
  beforeEach(async () => {
    settled = [];
    workspace = await createTestWorkspace();
  });
  afterAll(() => database.close());

  async function begin(state: 'dead' | 'unknown') {
    await ring(workspace.ctx());
    await relayEvents({ subscribers: [subscriber], queue: createListQueue(), clock: systemClock, setAside: new Map() });
    const path = state === 'dead' ? ['claimed', 'dead'] : ['claimed', 'handing_over', 'unknown'];
    for (const step of path)
      await inWorkspace(workspace.ctx(), (tx) =>
        tx.execute(sql`update effect set state = ${step}, attempts = 5, finished_at = now(), last_error = 'why'`),
      );
    return (await readEffects(workspace.ctx()))[0]!.id;
  }
  const retry = (id: string, ctx = workspace.ctx()) => inWorkspace(ctx, (tx) => retryEffect(tx, id, [subscriber]));
  const resolve = (effectId: string, decision: 'sent' | 'not_sent' | 'give_up') =>
    inWorkspace(workspace.ctx(), (tx) => resolveUnknownEffect(tx, { effectId, decision }, [subscriber]));
  const only = async () => (await readEffects(workspace.ctx()))[0]!;

  it('is listed with its event, and in no other workspace', async () => {
    const id = await begin('dead');
    const found = await inWorkspace(workspace.ctx(), (tx) => findStuckEffects(tx));
    expect(found).toMatchObject([
      { id, state: 'dead', subscriber: 'test.stuck', lastError: 'why', event: { type: 'test.rung' } },
    ]);
    const other = await createTestWorkspace();
    expect(await inWorkspace(other.ctx(), (tx) => findStuckEffects(tx))).toEqual([]);
    await expect(retry(id, other.ctx())).rejects.toMatchObject({ code: 'not_found' });
  });

  it('that is dead is tried again with all its attempts, by a person, with an event', async () => {
    const id = await begin('dead');
    await retry(id);
    expect(await only()).toMatchObject({ state: 'pending', attempts: 0 });
    expect(settled).toEqual(['pending by user']);
    const rows = await inWorkspace(workspace.ctx(), (tx) =>
      tx.rows(sql`select actor_type from domain_event where type = 'effect.retried' and subject_id = ${id}::uuid`),
    );
    expect(rows).toEqual([{ actor_type: 'user' }]);
    await expect(retry(id)).rejects.toMatchObject({ code: 'invalid_state', details: { reason: 'effect_not_dead' } });
  });

  it.each([
    ['sent', 'done'],
    ['not_sent', 'pending'],
    ['give_up', 'dead'],
  ] as const)('that is unknown and decided as %s is %s, once', async (decision, state) => {
    const id = await begin('unknown');
    const answers = await Promise.allSettled([resolve(id, decision), resolve(id, decision)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await only()).toMatchObject({ state });
    expect(settled).toEqual([`${state} by user`]);
  });

  it('is not decided without its subscriber, whose rows would stay behind', async () => {
    const id = await begin('dead');
    const deciding = inWorkspace(workspace.ctx(), (tx) => retryEffect(tx, id, []));
    await expect(deciding).rejects.toMatchObject({ details: { reason: 'subscriber_unknown' } });
    expect(await only()).toMatchObject({ state: 'dead' });
  });
});
