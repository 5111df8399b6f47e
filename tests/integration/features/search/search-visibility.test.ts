import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchAction } from '@/app/search';
import type { SearchAnswer } from '@/features/search/schemas/search';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { newId } from '@/shared/ids';
import { createTestWorkspace, useTestDatabase } from '../../../support/context';
import { receive } from '../../../support/mails';
import { createMailingWorkspace, type MailingWorkspace } from '../../../support/messages';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let ours: MailingWorkspace;

beforeAll(async () => {
  database = await useTestDatabase();
  ours = await createMailingWorkspace();
  await receive(ours.workspace.ctx(), ours.mailboxId, { subject: 'Schedule', text: 'Kites fly on Friday.' });
});
afterAll(() => database.close());

async function ask(q: string, as: Context = ours.workspace.ctx()): Promise<SearchAnswer> {
  const input = searchAction.input.parse({ q, kinds: ['message', 'file'] });
  return inWorkspace(as, (tx) => searchAction.run(tx, input));
}

const titles = async (q: string, as?: Context) => (await ask(q, as)).data.map(({ title }) => title);

describe('who may not see a message', () => {
  it('does not find, count or have it corrected: another workspace, another brand, a colleague’s own mailbox', async () => {
    const theirs = await createTestWorkspace('Theirs');
    const { manager } = ours.workspace.members;
    const own = newId();
    await inWorkspace(ours.workspace.ctx(), async (tx) => {
      const { workspaceId } = tx.ctx;
      const common = { workspaceId, brandId: ours.workspace.brandId, displayName: 'Own' };
      await tx.db.mailbox.create({
        data: {
          ...common,
          id: own,
          address: 'boss@acme.example',
          kind: 'personal',
          ownerId: manager.membershipId,
          visibility: 'owner',
        },
      });
    });
    const zoe = await ours.addWritable();
    const [{ address }] = (await inWorkspace(ours.workspace.ctx(), (tx) =>
      tx.rows<{ address: string }>(sql`select address from email_address where creator_id = ${zoe}::uuid`),
    )) as [{ address: string }];
    const kept = await receive(ours.workspace.ctx(), own, {
      from: `Zoe <${address}>`,
      subject: 'Between us',
      text: 'pomegranate',
    });
    expect(kept).not.toBeNull();
    const blind = [
      theirs.ctx(),
      ours.workspace.ctx('admin'),
      ours.workspace.ctx('marketer', { scope: { brandIds: [newId()], campaignIds: 'all' } }),
      ours.workspace.ctx('manager', { scope: { brandIds: [newId()], campaignIds: 'all' } }),
    ];
    for (const as of blind) {
      expect(await ask('pomegranate', as)).toMatchObject({
        data: [],
        found: { count: 0, more: false },
        corrected: null,
      });
      expect((await ask('pomegranite', as)).corrected).toBeNull();
    }
    expect(await titles('pomegranate', ours.workspace.ctx('manager'))).toEqual(['Between us']);
    expect((await ask('pomegranite', ours.workspace.ctx('manager'))).corrected).toBe('pomegranate');
    expect(
      await titles(
        'kites',
        ours.workspace.ctx('marketer', { scope: { brandIds: [ours.workspace.brandId], campaignIds: 'all' } }),
      ),
    ).toEqual(['Schedule']);
  });

  it('cannot read the table of the search, nor ask it for another workspace', async () => {
    const workspace = await createTestWorkspace('Curious');
    await expect(inWorkspace(workspace.ctx(), (tx) => tx.rows(sql`select * from message_search`))).rejects.toThrow(
      /permission denied/,
    );
    const found = await inWorkspace(workspace.ctx(), (tx) =>
      tx.rows(sql`select * from search_messages('kites'::tsquery, null, null, null, true, 10)`),
    );
    expect(found).toEqual([]);
  });
});

describe('what changes', () => {
  it('is found by what it is now: a message of ours, a corrected draft, one that is gone', async () => {
    const creatorId = await ours.addWritable({ displayName: 'Quince Person' });
    const { id } = await ours.send(creatorId, { subject: 'Quince jam' });
    expect(await titles('quince')).toEqual(['Quince jam']);
    const ctx = ours.workspace.ctx();
    await inWorkspace(ctx, (tx) => tx.execute(sql`update message set state = 'draft' where id = ${id}::uuid`));
    await inWorkspace(ctx, (tx) => tx.execute(sql`update message set subject = 'Medlar jam' where id = ${id}::uuid`));
    expect(await titles('medlar')).toEqual(['Medlar jam']);
    expect(await titles('"quince jam"')).toEqual([]);
    await inWorkspace(ctx, async (tx) => {
      await tx.db.attachment.deleteMany({ where: { messageId: id } });
      await tx.execute(sql`delete from message where id = ${id}::uuid`);
    });
    expect(await titles('medlar')).toEqual([]);
  });
});
