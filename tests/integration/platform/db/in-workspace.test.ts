import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { newId } from '@/shared/ids';
import { createTestWorkspace, type TestWorkspace, useTestDatabase } from '../../../support/context';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let first: TestWorkspace;
let second: TestWorkspace;

beforeAll(async () => {
  database = await useTestDatabase();
  first = await createTestWorkspace();
  second = await createTestWorkspace();
});
afterAll(() => database.close());

const addTag = (workspace: TestWorkspace, id: string, name: string) =>
  sql`insert into tag (id, workspace_id, name, created_at) values (${id}::uuid, ${workspace.ctx().workspaceId}::uuid, ${name}, now())`;

describe('a transaction of a workspace', () => {
  it('shows Prisma what SQL wrote before it, and SQL what Prisma wrote', async () => {
    const [bySql, byPrisma] = [newId(), newId()];
    await inWorkspace(first.ctx(), async (tx) => {
      await tx.execute(addTag(first, bySql, 'by sql'));
      expect(await tx.db.tag.findUnique({ where: { id: bySql } })).toMatchObject({ name: 'by sql' });
      await tx.db.tag.create({ data: { id: byPrisma, workspaceId: tx.ctx.workspaceId, name: 'by Prisma' } });
      expect(await tx.rows(sql`select name from tag where id = ${byPrisma}::uuid`)).toEqual([{ name: 'by Prisma' }]);
    });
    const kept = await inWorkspace(first.ctx(), (tx) => tx.db.tag.count({ where: { id: { in: [bySql, byPrisma] } } }));
    expect(kept).toBe(2);
  });

  it('takes back what both wrote when it fails, whether Prisma was used or not', async () => {
    const [bySql, byPrisma, alone] = [newId(), newId(), newId()];
    const both = inWorkspace(first.ctx(), async (tx) => {
      await tx.execute(addTag(first, bySql, 'undone sql'));
      await tx.db.tag.create({ data: { id: byPrisma, workspaceId: tx.ctx.workspaceId, name: 'undone Prisma' } });
      throw new Error('no');
    });
    await expect(both).rejects.toThrow('no');
    const onlySql = inWorkspace(first.ctx(), async (tx) => {
      await tx.execute(addTag(first, alone, 'undone alone'));
      throw new Error('never');
    });
    await expect(onlySql).rejects.toThrow('never');
    const kept = await inWorkspace(first.ctx(), (tx) =>
      tx.rows(sql`select id from tag where id = any(${[bySql, byPrisma, alone]}::uuid[])`),
    );
    expect(kept).toEqual([]);
  });

  it('sees no row of another workspace when both look one up by its key at the same moment', async () => {
    const [own, other] = [newId(), newId()];
    await inWorkspace(first.ctx(), (tx) => tx.execute(addTag(first, own, 'own')));
    await inWorkspace(second.ctx(), (tx) => tx.execute(addTag(second, other, 'other')));
    const lookUp = (workspace: TestWorkspace) =>
      inWorkspace(workspace.ctx(), (tx) =>
        Promise.all([own, other].map((id) => tx.db.tag.findUnique({ where: { id } }).then((tag) => tag?.name ?? null))),
      );
    const seen = await Promise.all(Array.from({ length: 10 }, (_, n) => lookUp(n % 2 === 0 ? first : second)));
    for (const [n, names] of seen.entries()) expect(names).toEqual(n % 2 === 0 ? ['own', null] : [null, 'other']);
  });
});
