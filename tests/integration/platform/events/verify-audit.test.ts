import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '@/platform/clock/clock';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { relayEvents } from '@/platform/events/relay-events';
import { verifyAudit } from '@/platform/events/verify-audit';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { createListQueue, ring } from '../../../support/events';
import { query } from '../../../support/query';

describe('verifyAudit', () => {
  let database: Awaited<ReturnType<typeof useTestDatabase>>;
  let workspace: TestWorkspace;
  let eventIds: string[];
  beforeAll(async () => {
    database = await useTestDatabase();
  });
  beforeEach(async () => {
    workspace = await createTestWorkspace();
    eventIds = [];
    for (let seal = 0; seal < 3; seal += 1) {
      eventIds.push(...(await ring(workspace.ctx(), 4)));
      await relayEvents({ subscribers: [], queue: createListQueue(), clock: systemClock, setAside: new Map() });
    }
  });
  afterAll(() => database.close());

  const verify = () => inWorkspace(workspace.ctx(), verifyAudit);
  /** What someone with the owner's password may do. */
  const tamper = (...statements: string[]) =>
    query(database.ownerUrl, `set app.workspace_id = '${workspace.id}'`, ...statements);

  it('finds nothing where nothing was touched, and counts', async () => {
    const report = await verify();
    expect(report).toMatchObject({ seals: 3, faults: [] });
    expect(report.events).toBeGreaterThanOrEqual(12);
  });

  it('is refused to the product itself: it may not change an event', async () => {
    const change = inWorkspace(workspace.ctx(), (tx) => tx.execute(sql`update domain_event set type = 'x'`));
    await expect(change).rejects.toThrow(/permission denied/);
  });

  it.each([
    ['type', `type = 'test.other'`],
    ['actor', 'actor_id = null'],
    ['time', `occurred_at = occurred_at + interval '1 microsecond'`],
    ['subject', 'subject_id = workspace_id'],
    ['digest', `payload_digest = sha256('x')`],
  ])('finds an event whose %s was changed', async (_, assignment) => {
    await tamper(`update domain_event set ${assignment} where id = '${eventIds[5]}'`);
    expect((await verify()).faults).toContainEqual({ problem: 'event_changed', sequence: 2, eventId: null });
  });

  it('finds a payload that was changed, and lets an erased one be', async () => {
    await tamper(
      `update event_payload set body = '{"note":"forged"}' where event_id = '${eventIds[0]}'`,
      `update event_payload set body = '', salt = '' where event_id = '${eventIds[1]}'`,
    );
    expect((await verify()).faults).toEqual([{ problem: 'payload_changed', sequence: null, eventId: eventIds[0] }]);
  });

  it('finds an event that was removed', async () => {
    await tamper(`delete from domain_event where id = '${eventIds[7]}'`);
    expect((await verify()).faults).toEqual([{ problem: 'event_missing', sequence: 2, eventId: eventIds[7] }]);
  });

  it('finds an event that was slipped in', async () => {
    await tamper(
      `insert into domain_event select gen_random_uuid(), workspace_id, type, subject_type, subject_id, creator_id,
         actor_type, actor_id, occurred_at, request_id, payload_digest from domain_event where id = '${eventIds[0]}'`,
    );
    const problems = (await verify()).faults.map(({ problem }) => problem);
    expect(problems.sort()).toEqual(['event_unsealed', 'payload_changed']);
  });

  it('finds a seal that was removed or made anew', async () => {
    await tamper('delete from event_seal where sequence = 2');
    const problems = (await verify()).faults.map(({ problem }) => problem);
    expect(problems).toContain('seal_missing');
    expect(problems).toContain('event_unsealed');
    await tamper('update event_seal set sequence = 2 where sequence = 3');
    expect((await verify()).faults.map(({ problem }) => problem)).toContain('link_broken');
  });

  it('leaves out what waits to be sealed', async () => {
    await ring(workspace.ctx());
    expect((await verify()).faults).toEqual([]);
  });
});
