import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, type APIRequestContext } from '@playwright/test';

const run = promisify(execFile);

/** A key of the workspace, made as an operator does it. */
export async function makeE2eKey(slug: string): Promise<string> {
  const environment = JSON.parse(process.env.E2E_ENVIRONMENT ?? '{}') as Record<string, string>;
  const { stdout } = await run(
    process.execPath,
    ['--import', 'tsx', 'scripts/key.ts', '--workspace', slug, '--name', 'Tests'],
    { env: { ...process.env, ...environment } },
  );
  return stdout.trim();
}

/** Creators made through the API; answers their ids in the same order. */
export async function addE2eCreators(request: APIRequestContext, key: string, creators: object[]): Promise<string[]> {
  const ids: string[] = [];
  for (const data of creators) {
    const answer = await request.post('/api/v1/creators', { data, headers: { authorization: `Bearer ${key}` } });
    expect(answer.status(), await answer.text()).toBe(201);
    ids.push(((await answer.json()) as { id: string }).id);
  }
  return ids;
}

/** The ids of the creators who have exactly this display name. */
export async function findE2eCreators(request: APIRequestContext, key: string, name: string): Promise<string[]> {
  const filter = { combine: 'and', conditions: [{ field: 'displayName', operator: 'is', value: name }] };
  const answer = await request.get(`/api/v1/creators?filter=${encodeURIComponent(JSON.stringify(filter))}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  return ((await answer.json()) as { data: { id: string }[] }).data.map(({ id }) => id);
}
