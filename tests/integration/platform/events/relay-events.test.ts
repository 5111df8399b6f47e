import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '@/platform/clock/clock';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { defineInternalSubscriber, type Subscriber } from '@/platform/events/define-subscriber';
import { recordEvent } from '@/platform/events/record-event';
import { type Relay, relayEvents } from '@/platform/events/relay-events';
import { verifyAudit } from '@/platform/events/verify-audit';
import { newId } from '@/shared/ids';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { countRows, createGate, createListQueue, readEffects, ring, rung } from '../../../support/events';

const note = defineInternalSubscriber({ name: 'test.note', on: [rung], run: () => Promise.resolve() });
const tell = defineInternalSubscriber({
  name: 'test.tell',
  on: [rung],
  recipients: () => Promise.resolve(['a', 'b', 'a']),
  run: () => Promise.resolve(),
});

function createRelay(subscribers: readonly Subscriber[] = [note, tell]) {
  return { subscribers, queue: createListQueue(), clock: systemClock, setAside: new Map<string, number>() };
}

describe('relayEvents', () => {
  let database: Awaited<ReturnType<typeof useTestDatabase>>;
  let workspace: TestWorkspace;
  beforeAll(async () => {
    database = await useTestDatabase();
  });
  beforeEach(async () => {
    workspace = await createTestWorkspace();
    await relayEvents(createRelay([]));
  });
  afterAll(() => database.close());

  it('makes one effect per subscriber and recipient, gives them to the queue, and forgets the marker', async () => {
    await ring(workspace.ctx());
    const relay = createRelay();
    await relayEvents(relay);
    const effects = await readEffects(workspace.ctx());
    expect(effects.map((effect) => [effect.subscriber, effect.recipient, effect.state])).toEqual([
      ['test.note', '-', 'pending'],
      ['test.tell', 'a', 'pending'],
      ['test.tell', 'b', 'pending'],
    ]);
    expect(relay.queue.jobs.map((job) => job.effectId).sort()).toEqual(effects.map((effect) => effect.id).sort());
    expect(effects.every((effect) => effect.dispatchedAt !== null)).toBe(true);
    expect(await countRows(workspace.ctx(), 'event_pending')).toBe(0);
  });

  it('does nothing the second time', async () => {
    await ring(workspace.ctx());
    await relayEvents(createRelay());
    const second = createRelay();
    await relayEvents(second);
    expect(second.queue.jobs).toEqual([]);
    expect(await readEffects(workspace.ctx())).toHaveLength(3);
  });

  it('adds only what is missing when an event is offered again to more subscribers', async () => {
    const [eventId] = await ring(workspace.ctx());
    await relayEvents(createRelay([note]));
    await inWorkspace(workspace.ctx(), (tx) =>
      tx.execute(
        sql`insert into event_pending (event_id, workspace_id) values (${eventId}::uuid, ${workspace.id}::uuid)`,
      ),
    );
    const again = createRelay([note, tell]);
    await relayEvents(again);
    const effects = await readEffects(workspace.ctx());
    expect(effects.map((effect) => effect.subscriber)).toEqual(['test.note', 'test.tell', 'test.tell']);
    expect(again.queue.jobs).toHaveLength(2);
    expect((await inWorkspace(workspace.ctx(), verifyAudit)).faults).toEqual([]);
  });

  it('makes each effect once when many relays run at once over many workspaces', async () => {
    const workspaces = [workspace, await createTestWorkspace(), await createTestWorkspace()];
    for (const each of workspaces) for (let batch = 0; batch < 5; batch += 1) await ring(each.ctx(), 20);
    const relays = Array.from({ length: 6 }, () => createRelay());
    for (let pass = 0; pass < 10; pass += 1) await Promise.all(relays.map(relayEvents));
    for (const each of workspaces) {
      expect(await readEffects(each.ctx())).toHaveLength(300);
      expect(await countRows(each.ctx(), 'event_pending')).toBe(0);
      const report = await inWorkspace(each.ctx(), verifyAudit);
      expect(report.faults).toEqual([]);
    }
    const dispatched = relays.flatMap((relay) => relay.queue.jobs.map((job) => job.effectId));
    expect(new Set(dispatched).size).toBe(900);
  });

  it('sees an event that commits after later ones were relayed', async () => {
    const relay = createRelay();
    const recorded = createGate();
    const mayCommit = createGate();
    const late = inWorkspace(workspace.ctx(), async (tx) => {
      await recordEvent(tx, rung, { subjectId: newId(), payload: { note: 'late' } });
      recorded.open();
      await mayCommit.opened;
    });
    await recorded.opened;
    await ring(workspace.ctx());
    await relayEvents(relay);
    mayCommit.open();
    await late;
    const before = relay.queue.jobs.length;
    await relayEvents(relay);
    expect([before, relay.queue.jobs.length]).toEqual([3, 6]);
    expect((await inWorkspace(workspace.ctx(), verifyAudit)).faults).toEqual([]);
  });

  it('finds nothing of a transaction that was rolled back', async () => {
    const failing = inWorkspace(workspace.ctx(), async (tx) => {
      await recordEvent(tx, rung, { subjectId: newId(), payload: { note: 'never' } });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    const relay = createRelay();
    await relayEvents(relay);
    expect(relay.queue.jobs).toEqual([]);
    expect(await readEffects(workspace.ctx())).toEqual([]);
  });

  it('keeps its effects when the queue takes none, and the others of a batch when one event cannot be fanned out', async () => {
    const picky = defineInternalSubscriber({
      name: 'test.picky',
      on: [rung],
      recipients: (_, event) =>
        event.payload?.note === 'n1' ? Promise.reject(new Error('nobody known')) : Promise.resolve(['-']),
      run: () => Promise.resolve(),
    });
    await ring(workspace.ctx(), 3);
    const down = { ...createListQueue(), add: () => Promise.reject(new Error('down')) };
    const relay: Relay = { ...createRelay([picky]), queue: down };
    await relayEvents(relay);
    const effects = await readEffects(workspace.ctx());
    expect(effects.map((effect) => [effect.state, effect.dispatchedAt])).toEqual([
      ['pending', null],
      ['pending', null],
    ]);
    expect(await countRows(workspace.ctx(), 'event_pending')).toBe(1);
    expect(relay.setAside.size).toBe(1);
    await relayEvents(relay);
    expect(await countRows(workspace.ctx(), 'event_pending')).toBe(1);
    await relayEvents({ ...relay, clock: { now: () => new Date(Date.now() + 31_000) }, subscribers: [note] });
    expect(await countRows(workspace.ctx(), 'event_pending')).toBe(0);
  });
});
