import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchAction, searchRoute } from '@/app/search';
import { archiveNote } from '@/features/creators/commands/archive-note';
import { createAgency } from '@/features/creators/commands/create-agency';
import { createContact } from '@/features/creators/commands/create-contact';
import { createNote } from '@/features/creators/commands/create-note';
import { createSegment } from '@/features/creators/commands/create-segment';
import { createContactSchema } from '@/features/creators/schemas/contact';
import { SEARCH_KINDS, type SearchHit, type SearchKind } from '@/features/search/schemas/search';
import { createTask } from '@/features/tasks/commands/create-task';
import { moveTask } from '@/features/tasks/commands/move-task';
import { queueMessage } from '@/features/threads/commands/queue-message';
import { queueMessageSchema } from '@/features/threads/schemas/queue-message';
import type { ContextParts } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { encodeId, newId } from '@/shared/ids';
import type { Permission } from '@/shared/permissions';
import { callRoute } from '../../../support/call-route';
import { createTestWorkspace, useTestDatabase } from '../../../support/context';
import { addCreator } from '../../../support/creators';
import { createMailingWorkspace, type MailingWorkspace } from '../../../support/messages';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let ours: MailingWorkspace;
let theirKey: string;
let mia: string;

beforeAll(async () => {
  database = await useTestDatabase();
  ours = await createMailingWorkspace();
  theirKey = await (await createTestWorkspace('Theirs')).createKey();
  const ctx = ours.workspace.ctx();
  mia = await addCreator(ctx, {
    displayName: 'Mía Zephyr',
    handles: [{ platform: 'instagram', name: 'mia.zephyr' }],
    emails: [{ address: 'mia@acme.example' }],
  });
  const filter = { combine: 'and' as const, conditions: [] };
  await inWorkspace(ctx, async (tx) => {
    const agencyId = encodeId('agency', await createAgency(tx, { name: 'Zephyr & Söhne', website: null, note: null }));
    const emails = [{ address: 'office@zephyr.example' }];
    await createContact(tx, createContactSchema.parse({ name: 'Pim Zéphyr', agencyId }));
    await createContact(tx, createContactSchema.parse({ name: 'Anna Boss', emails }));
    await createNote(tx, {
      creatorId: mia,
      html: `<p>${'Long ago. '.repeat(60)}Loves zephyr kites.</p>`,
      pinned: false,
    });
    await createSegment(tx, { name: 'Zephyr fans', filter, shared: true });
    await createSegment(tx, { name: 'My zephyr list', filter, shared: false });
    const { id: done } = await createTask(tx, { title: 'Fly the zephyr kite', source: 'person' });
    await moveTask(tx, { id: done, state: 'done' });
    await createTask(tx, { title: 'Ask about kites', note: 'the Zéphyr ones', creatorId: mia, source: 'person' });
    const fileId = newId();
    const { workspaceId } = tx.ctx;
    const file = { id: fileId, workspaceId, hash: 'ab'.repeat(32), size: 4n, name: 'z', contentType: 'text/csv' };
    await tx.db.storedFile.create({ data: file });
    await tx.db.import.create({ data: { id: newId(), workspaceId, fileName: 'zephyr list.csv', fileId } });
    const outside = { creatorId: encodeId('creator', mia), mailboxId: encodeId('mailbox', ours.mailboxId) };
    await queueMessage(
      tx,
      queueMessageSchema.parse({ ...outside, subject: 'Your kite', html: '<p>A new <b>zephyr</b> is out</p>' }),
    );
  });
});
afterAll(() => database.close());

async function search(query: string, granted?: Permission[]): Promise<SearchHit[]> {
  const { status, body } = await callRoute(searchRoute, { key: await ours.workspace.createKey(granted), query });
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body.nextCursor).toBeNull();
  return body.data as SearchHit[];
}

async function searchAs(q: string, overrides: Partial<ContextParts> = {}): Promise<SearchHit[]> {
  const ctx = ours.workspace.ctx('admin', overrides);
  return (await inWorkspace(ctx, (tx) => searchAction.run(tx, { q, zone: 'UTC', limit: 10 }))).data;
}

const kindsOf = (hits: SearchHit[]) => [...new Set(hits.map((hit) => hit.kind))];
const titles = (hits: SearchHit[], kind: SearchKind) => hits.filter((hit) => hit.kind === kind).map((hit) => hit.title);

describe('GET /search', () => {
  it('finds every kind with one word, whatever its case and diacritics', async () => {
    const hits = await search('?q=ZÉPHYR');
    expect(kindsOf(hits)).toEqual(SEARCH_KINDS.filter((kind) => kind !== 'file'));
    expect(hits[0]).toEqual({
      kind: 'creator',
      id: encodeId('creator', mia),
      title: 'Mía Zephyr',
      detail: '@mia.zephyr',
      creator: null,
      marked: {
        title: [
          { text: 'Mía ', match: false },
          { text: 'Zephyr', match: true },
        ],
        detail: [
          { text: '@mia.', match: false },
          { text: 'zephyr', match: true },
        ],
      },
    });
    expect(titles(hits, 'contact').sort()).toEqual(['Anna Boss', 'Pim Zéphyr']);
    expect(titles(hits, 'agency')).toEqual(['Zephyr & Söhne']);
    expect(hits.find((hit) => hit.kind === 'message')).toMatchObject({
      title: 'Your kite',
      detail: 'A new zephyr is out',
      creator: { id: encodeId('creator', mia), displayName: 'Mía Zephyr' },
    });
    expect(titles(hits, 'task')).toEqual(['Ask about kites', 'Fly the zephyr kite']);
    expect(titles(hits, 'import')).toEqual(['zephyr list.csv']);
  });

  it('shows of a long note the words around the hit', async () => {
    const [note] = await search('?q=kites&kind=note');
    expect(note!.title).toMatch(/^….*Loves zephyr kites\.$/);
    expect(note!.title.length).toBeLessThan(170);
  });

  it('finds by fragments and by two letters, and takes no letter for a pattern', async () => {
    expect(titles(await search('?q=ephy&kind=contact'), 'contact')).toContain('Pim Zéphyr');
    expect(titles(await search('?q=office@zeph&kind=contact'), 'contact')).toEqual(['Anna Boss']);
    expect(titles(await search('?q=ze&kind=agency'), 'agency')).toEqual(['Zephyr & Söhne']);
    for (const q of ['%25', '_', '%25%25%25', '%5C', "'", '%26', '!', '🔥']) {
      const found = await search(`?q=${q}`);
      expect(found, q).toEqual([]);
    }
  });

  it('answers only the kinds asked for, at most so many of each', async () => {
    expect(kindsOf(await search('?q=zephyr&kind=note&kind=segment'))).toEqual(['note', 'segment']);
    expect(await search('?q=zephyr&kind=contact&limit=1')).toHaveLength(1);
    const key = await ours.workspace.createKey();
    for (const query of ['', '?q=', '?q=%20', '?q=a&kind=secret', '?q=a&limit=201', '?q=a&all=1']) {
      expect((await callRoute(searchRoute, { key, query })).status, query).toBe(422);
    }
  });

  it('leaves out what the key may not read, and says so when it is asked for by name', async () => {
    expect(kindsOf(await search('?q=zephyr', ['search.read', 'creator.read']))).toEqual(['creator']);
    const key = await ours.workspace.createKey(['search.read', 'creator.read']);
    const refused = await callRoute(searchRoute, { key, query: '?q=zephyr&kind=note' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  it('finds nothing of another workspace', async () => {
    const { body } = await callRoute(searchRoute, { key: theirKey, query: '?q=zephyr' });
    expect(body.data).toEqual([]);
  });

  it("shows a colleague's own segment to them alone", async () => {
    expect(titles(await searchAs('zephyr'), 'segment').sort()).toEqual(['My zephyr list', 'Zephyr fans']);
    expect(titles(await search('?q=zephyr'), 'segment')).toEqual(['Zephyr fans']);
  });

  it('shows messages of the brands one works with, and no address to who may not see any', async () => {
    const elsewhere = { scope: { brandIds: [newId()], campaignIds: 'all' as const } };
    expect(kindsOf(await searchAs('zephyr', elsewhere))).not.toContain('message');
    expect(
      kindsOf(await searchAs('zephyr', { scope: { brandIds: [ours.workspace.brandId], campaignIds: 'all' } })),
    ).toContain('message');
    const blind = await searchAs('anna boss', { fields: { money: true, personal: false } });
    expect(blind).toEqual([expect.objectContaining({ title: 'Anna Boss', detail: null })]);
  });

  it('forgets a note that was archived', async () => {
    const ctx = ours.workspace.ctx();
    await inWorkspace(ctx, async (tx) => {
      const id = await createNote(tx, { creatorId: mia, html: '<p>Ephemeral word</p>', pinned: false });
      expect(
        (await searchAction.run(tx, { q: 'ephemeral', zone: 'UTC', limit: 5 })).data.map((hit) => hit.kind),
      ).toContain('note');
      await archiveNote(tx, { id });
      expect((await searchAction.run(tx, { q: 'ephemeral', zone: 'UTC', limit: 5 })).data).toEqual([]);
    });
  });
});
