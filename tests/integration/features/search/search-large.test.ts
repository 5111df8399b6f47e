import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchAction } from '@/app/search';
import type { SearchAnswer } from '@/features/search/schemas/search';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { newId } from '@/shared/ids';
import { fillCreators } from '../../../../scripts/fill/fill-creators';
import { filledWords, fillMessages } from '../../../../scripts/fill/fill-messages';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { query } from '../../../support/query';

const size = 6000;
let database: Awaited<ReturnType<typeof useTestDatabase>>;
let workspace: TestWorkspace;

beforeAll(async () => {
  database = await useTestDatabase();
  workspace = await createTestWorkspace();
  await fillCreators({ workspaceId: workspace.id, count: 50 });
  await fillMessages({ workspaceId: workspace.id, count: size, ownerUrl: database.ownerUrl });
}, 120_000);
afterAll(() => database.close());

async function ask(q: string, as: Context = workspace.ctx(), cursor?: string): Promise<SearchAnswer> {
  const input = searchAction.input.parse({ q, kinds: ['message'], limit: 200, cursor });
  return inWorkspace(as, (tx) => searchAction.run(tx, input));
}

describe('a word in a third of many messages', () => {
  it('is looked for in the newest thousand, and said to stand in more', async () => {
    const seen = new Map<string, string>();
    let page = await ask(`${filledWords.usual} `);
    for (;;) {
      expect(page.found).toEqual({ count: 1000, more: true });
      for (const { id, message } of page.data) seen.set(id, message?.at ?? '');
      if (page.nextCursor === null) break;
      page = await ask(`${filledWords.usual} `, workspace.ctx(), page.nextCursor);
    }
    const [newest] = await inWorkspace(workspace.ctx(), (tx) =>
      tx.rows<{ at: Date }>(sql`
        select min(created_at) as at from (select created_at from message where text like ${`%${filledWords.usual}%`}
          order by created_at desc limit 1001) m`),
    );
    expect(seen.size).toBe(1001);
    expect([...seen.values()].sort()[0]).toBe(newest?.at.toISOString());
  });

  it('is found by who sees its mailbox alone, also where it is usual', async () => {
    const scoped = (brandId: string) =>
      workspace.ctx('manager', { scope: { brandIds: [brandId], campaignIds: 'all' } });
    expect((await ask(filledWords.usual, scoped(newId()))).found).toEqual({ count: 0, more: false });
    expect((await ask(filledWords.usual, scoped(workspace.brandId))).found).toEqual({ count: 1000, more: true });
  });
});

describe('a word in few of many messages', () => {
  it('is found by the index', async () => {
    expect((await ask(filledWords.phrase)).found).toEqual({ count: 2, more: false });
    const plan = await query<{ 'QUERY PLAN': string }>(
      database.ownerUrl,
      `explain select message_id from message_search
       where workspace_id = '${workspace.id}' and tsv @@ '''zirconium'''::tsquery`,
    );
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('message_search_words');
  });
});
