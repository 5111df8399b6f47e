import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { allRoutes } from '@/app/definitions';
import { createApiKey } from '@/features/members/commands/create-api-key';
import { revokeApiKey } from '@/features/members/commands/revoke-api-key';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { callRoute } from '../../../support/call-route';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let workspace: TestWorkspace;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  workspace = await createTestWorkspace();
});

const list = allRoutes.find(({ method, path }) => method === 'GET' && path === '/creators')!;
const make = (requestsPerMinute: number) =>
  inWorkspace(workspace.ctx(), (tx) =>
    createApiKey(tx, { name: 'test', permissions: ['creator.read'], requestsPerMinute }),
  );

test('a revoked key is refused at its next request, and nothing of it is to be read in the database', async () => {
  const { id, key } = await make(100);
  expect((await callRoute(list, { key })).status).toBe(200);
  const kept = await inWorkspace(workspace.ctx(), (tx) =>
    tx.rows<{ kept: string }>(sql`select row_to_json(k)::text as kept from api_key k`),
  );
  expect(JSON.stringify(kept)).not.toContain(key.slice(10));
  await inWorkspace(workspace.ctx(), (tx) => revokeApiKey(tx, { id }));
  const refused = await callRoute(list, { key });
  expect(refused.status).toBe(401);
  expect(refused.body).toMatchObject({ code: 'unauthenticated', detail: 'This key is unknown or was revoked.' });
});

test('a key has its requests a minute, counted down, and is then told when to come back', async () => {
  const { key } = await make(3);
  const other = await make(3);
  const answers = await Promise.all(Array.from({ length: 5 }, () => callRoute(list, { key })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429]);
  const served = answers.filter(({ status }) => status === 200).map(({ headers }) => headers.get('ratelimit'));
  expect(served.map((text) => /^"key";r=(\d);t=\d+$/.exec(text ?? '')?.[1]).sort()).toEqual(['0', '1', '2']);
  const { headers, body } = answers.find(({ status }) => status === 429)!;
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(headers.get('ratelimit')).toMatch(/^"key";r=0;t=\d+$/);
  expect(headers.get('ratelimit-policy')).toBe('"key";q=3;w=60');
  expect(body.code).toBe('rate_limited');
  expect((await callRoute(list, { key: other.key })).status).toBe(200);
});
