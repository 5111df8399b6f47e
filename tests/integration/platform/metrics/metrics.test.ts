import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET } from '@/app/api/metrics/route';
import { getCreatorRoute } from '@/features/creators/api/creator-routes';
import { beatWorker } from '@/platform/db/worker-heartbeat';
import { env } from '@/platform/env/env';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { systemClock } from '@/platform/clock/clock';
import { defineInternalSubscriber } from '@/platform/events/define-subscriber';
import { relayEvents } from '@/platform/events/relay-events';
import { encodeId, newId } from '@/shared/ids';
import { callRoute } from '../../../support/call-route';
import { createTestWorkspace, useTestDatabase } from '../../../support/context';
import { createListQueue, ring, rung } from '../../../support/events';

const token = 'a metrics token of tests';
let database: Awaited<ReturnType<typeof useTestDatabase>>;
beforeAll(async () => {
  database = await useTestDatabase();
  env().METRICS_TOKEN = token;
});
afterAll(() => database.close());

const ask = (headers: Record<string, string> = { authorization: `Bearer ${token}` }) =>
  GET(new Request('http://localhost/api/metrics', { headers }));

async function read(): Promise<Map<string, number>> {
  const response = await ask();
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const text = await response.text();
  expect(text).toMatch(/\n$/);
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  for (const line of samples) expect(line).toMatch(/^[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? -?[\d.e+-]+$/);
  return new Map(samples.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

describe('GET /api/metrics', () => {
  it('is not there without a token, and refuses whoever has another', async () => {
    for (const headers of [
      {},
      { authorization: token },
      { authorization: `Bearer ${token}x` },
      { authorization: '' },
    ]) {
      expect((await ask(headers as Record<string, string>)).status).toBe(401);
    }
    env().METRICS_TOKEN = undefined;
    expect((await ask({ authorization: 'Bearer undefined' })).status).toBe(404);
    env().METRICS_TOKEN = token;
  });

  it('counts what the worker has before it in all workspaces, and names none', async () => {
    const subscriber = defineInternalSubscriber({ name: 'test.counted', on: [rung], run: () => Promise.resolve() });
    const workspaces = [await createTestWorkspace(), await createTestWorkspace()];
    for (const workspace of workspaces) await ring(workspace.ctx());
    const before = await read();
    expect(before.get('rapport_events_to_relay')).toBeGreaterThanOrEqual(2);
    await relayEvents({ subscribers: [subscriber], queue: createListQueue(), clock: systemClock, setAside: new Map() });
    const ctx = workspaces[0]!.ctx();
    for (const state of ['claimed', 'dead'])
      await inWorkspace(ctx, (tx) => tx.execute(sql`update effect set state = ${state}, finished_at = now()`));
    await inWorkspace(workspaces[1]!.ctx(), (tx) =>
      tx.execute(sql`update effect set due_at = now() - interval '90 seconds'`),
    );
    await beatWorker('test', new Date());
    const after = await read();
    expect(after.get('rapport_events_to_relay')).toBe(0);
    expect(after.get('rapport_effects{state="dead"}')).toBe(1);
    expect(after.get('rapport_effects{state="pending"}')).toBe(1);
    expect(after.get('rapport_effects_overdue_seconds{state="pending"}')).toBeGreaterThan(89);
    expect(after.get('rapport_workers')).toBe(1);
    expect(after.get('rapport_database_up')).toBe(1);
    expect(after.get('process_resident_memory_bytes')).toBeGreaterThan(1e6);
    expect(await (await ask()).text()).not.toContain(workspaces[0]!.id);
  });

  it('counts the answers of the API by route and status', async () => {
    const key = await (await createTestWorkspace()).createKey();
    const name = 'rapport_api_requests_total{route="get-creator",status="404"}';
    const before = (await read()).get(name) ?? 0;
    for (const id of [newId(), newId()])
      await callRoute(getCreatorRoute, { key, params: { id: encodeId('creator', id) } });
    expect((await read()).get(name)).toBe(before + 2);
  });
});
