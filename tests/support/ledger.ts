import { afterAll, beforeAll, beforeEach } from 'vitest';
import { systemClock } from '@/platform/clock/clock';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql, type Sql } from '@/platform/db/rows';
import type { Subscriber } from '@/platform/events/define-subscriber';
import type { EffectRuntime } from '@/platform/events/effect-runtime';
import { reconcileEffects } from '@/platform/events/reconcile-effects';
import { relayEvents } from '@/platform/events/relay-events';
import type { EffectAddress } from '@/platform/events/run-effect';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from './context';
import { createListQueue, type EffectRecord, readEffects, ring } from './events';

/** A database with a fresh workspace for each test, and what tests of single effects do with its ledger. */
export function useLedger() {
  let database: Awaited<ReturnType<typeof useTestDatabase>>;
  let workspace: TestWorkspace;
  const ctx = () => workspace.ctx();
  const relay = (subscribers: Subscriber[]) =>
    relayEvents({ subscribers, queue: createListQueue(), clock: systemClock, setAside: new Map() });
  const only = async (): Promise<EffectRecord> => (await readEffects(ctx()))[0]!;

  beforeAll(async () => {
    database = await useTestDatabase();
  });
  beforeEach(async () => {
    workspace = await createTestWorkspace();
    await relay([]);
  });
  afterAll(() => database.close());

  return {
    workspace: () => workspace,
    ctx,
    relay,
    /** The workspace's only effect. */
    only,
    /** Records one event, fans it out, and answers the address of its only effect. */
    async begin(subscriber: Subscriber): Promise<EffectAddress> {
      await ring(ctx());
      await relay([subscriber]);
      return { workspaceId: workspace.id, effectId: (await only()).id };
    },
    change: (assignment: Sql) => inWorkspace(ctx(), (tx) => tx.execute(sql`update effect set ${assignment}`)),
    reconcile: (runtime: EffectRuntime) => reconcileEffects({ runtime, queue: createListQueue() }),
    /** How many `test.rung` there are. */
    async countRung(): Promise<number> {
      const rows = await inWorkspace(ctx(), (tx) =>
        tx.rows<{ count: number }>(sql`select count(*) from domain_event where type = 'test.rung'`),
      );
      return rows[0]!.count;
    },
  };
}
