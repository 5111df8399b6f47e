import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { archiveNote } from '@/features/creators/commands/archive-note';
import { archiveQuote } from '@/features/creators/commands/archive-quote';
import { createNote } from '@/features/creators/commands/create-note';
import { createQuote } from '@/features/creators/commands/create-quote';
import { editNote } from '@/features/creators/commands/edit-note';
import { pinNote } from '@/features/creators/commands/pin-note';
import { findNotes, findNoteVersions, getNote } from '@/features/creators/queries/find-notes';
import { findQuotes } from '@/features/creators/queries/find-quotes';
import { getCreator } from '@/features/creators/queries/get-creator';
import { createNoteSchema, MAX_NOTE_CHARS } from '@/features/creators/schemas/note';
import { createQuoteSchema } from '@/features/creators/schemas/quote';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { encodeId, newId } from '@/shared/ids';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { addCreator, eventsOf, refusalOf } from '../../../support/creators';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let workspace: TestWorkspace;
let creatorId: string;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  workspace = await createTestWorkspace();
  creatorId = await addCreator(workspace.ctx());
});

const run = <T>(work: (tx: Tx) => Promise<T>, ctx = workspace.ctx('marketer')) => inWorkspace(ctx, work);
const types = async () =>
  (await eventsOf(workspace.ctx())).map((event) => event.type).filter((type) => /note|quote/.test(type));

describe('notes', () => {
  test('are sanitised, with whom they mention; edits keep what was said', async () => {
    const manager = encodeId('membership', workspace.members.manager.membershipId);
    const mention = `<span data-type="mention" data-id="${manager}" data-label="Max">@Max</span>`;
    const html = `<p onclick="x()">Likes <b>tea</b> ${mention}</p><script>alert(1)</script>`;
    const id = await run((tx) => createNote(tx, { creatorId, html, pinned: true }));
    const note = await run((tx) => getNote(tx, id));
    expect(note.html).not.toMatch(/script|onclick/);
    expect(note).toMatchObject({ text: 'Likes tea @Max', pinned: true, version: 1, author: { name: 'Test marketer' } });
    expect((await run((tx) => getCreator(tx, creatorId))).pinnedNotes).toEqual([note]);
    expect((await eventsOf(workspace.ctx(), 'note.created'))[0]).toMatchObject({
      creatorId,
      payload: { excerpt: 'Likes tea @Max', mentions: [manager] },
    });

    await run((tx) => editNote(tx, { id, html: '<p>Likes coffee</p>', version: 1 }), workspace.ctx('legal'));
    await run((tx) => editNote(tx, { id, html: '<p>Likes coffee</p>', version: 1 }), workspace.ctx('legal'));
    expect(await run((tx) => findNoteVersions(tx, id))).toMatchObject([
      { version: 1, text: 'Likes tea @Max', editedBy: { name: 'Test legal' } },
    ]);
    expect((await refusalOf(run((tx) => editNote(tx, { id, html: 'x', version: 1 })))).details.reason).toBe(
      'stale_version',
    );
    await run((tx) => pinNote(tx, { id, pinned: false }));
    await run((tx) => pinNote(tx, { id, pinned: false }));
    await run((tx) => archiveNote(tx, { id }));
    await run((tx) => archiveNote(tx, { id }));
    expect(await types()).toEqual(['note.created', 'note.edited', 'note.unpinned', 'note.archived']);
    expect((await refusalOf(run((tx) => getNote(tx, id)))).code).toBe('not_found');
    expect((await run((tx) => findNotes(tx, { creatorId, limit: 10 }))).data).toEqual([]);
  });

  test.each([
    ['nothing to read', '<p> &nbsp; </p>'],
    ['only what may not be shown', '<script>alert(1)</script>'],
    ['a mention of a stranger', `<span data-type="mention" data-id="${encodeId('membership', newId())}">@x</span>`],
    ['a mention that names nobody', '<span data-type="mention" data-id="x">@x</span>'],
  ])('with %s are refused, naming the field', async (_what, html) => {
    const refusal = await refusalOf(run((tx) => createNote(tx, { creatorId, html })));
    expect(refusal.code).toBe('invalid_input');
    expect(refusal.details.fields).toMatchObject([{ path: 'html' }]);
    expect(await types()).toEqual([]);
  });

  test('of 5 MB are refused by their length; one at the limit is kept', async () => {
    const input = { creatorId: encodeId('creator', creatorId) };
    const parsed = createNoteSchema.safeParse({ ...input, html: 'a'.repeat(5 * 1024 * 1024) });
    expect(parsed.error?.issues[0]).toMatchObject({ path: ['html'], message: expect.stringContaining('200000') });
    const longest = createNoteSchema.parse({ ...input, html: 'ä'.repeat(MAX_NOTE_CHARS) });
    const id = await run((tx) => createNote(tx, longest));
    expect((await run((tx) => getNote(tx, id))).html).toHaveLength(MAX_NOTE_CHARS);
    expect(((await eventsOf(workspace.ctx(), 'note.created'))[0]?.payload.excerpt as string).length).toBe(301);
  });

  test('come in pages, each once', async () => {
    for (let n = 1; n <= 5; n += 1) await run((tx) => createNote(tx, { creatorId, html: `<p>${n}</p>` }));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await run((tx) => findNotes(tx, { creatorId, limit: 2, cursor }));
      seen.push(...page.data.map((note) => note.text));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(['5', '4', '3', '2', '1']);
    const refusal = await refusalOf(run((tx) => findNotes(tx, { creatorId, limit: 2, cursor: 'bm8' })));
    expect(refusal.code).toBe('invalid_input');
  });

  test('of another workspace are not found', async () => {
    const id = await run((tx) => createNote(tx, { creatorId, html: 'x' }));
    const other = (await createTestWorkspace('Other')).ctx();
    for (const command of [
      (tx: Tx) => getNote(tx, id),
      (tx: Tx) => editNote(tx, { id, html: 'y' }),
      (tx: Tx) => pinNote(tx, { id, pinned: true }),
      (tx: Tx) => archiveNote(tx, { id }),
      (tx: Tx) => createNote(tx, { creatorId, html: 'y' }),
      (tx: Tx) => findNotes(tx, { creatorId, limit: 1 }),
      (tx: Tx) => findNoteVersions(tx, id),
    ])
      expect((await refusalOf(run<unknown>(command, other))).code).toBe('not_found');
  });
});

describe('quotes', () => {
  const quote = {
    kind: 'asked',
    format: 'reel',
    usage: '30 days paid',
    amountMinor: 125_000,
    currency: 'EUR',
    quotedOn: '2026-02-28',
    saidBy: 'her manager',
  } as const;

  test('are logged and taken out, each with one event', async () => {
    const id = await run((tx) => createQuote(tx, { ...quote, creatorId }));
    expect(await run((tx) => findQuotes(tx, { creatorId, limit: 10 }))).toMatchObject({
      data: [{ ...quote, id: encodeId('quote', id) }],
      nextCursor: null,
    });
    expect((await run((tx) => getCreator(tx, creatorId))).quotes).toMatchObject([quote]);
    await run((tx) => archiveQuote(tx, { id }));
    await run((tx) => archiveQuote(tx, { id }));
    expect((await run((tx) => getCreator(tx, creatorId))).quotes).toEqual([]);
    expect(await types()).toEqual(['quote.created', 'quote.archived']);
  });

  test('hide their amounts from who sees no money', async () => {
    await run((tx) => createQuote(tx, { ...quote, creatorId }));
    const narrow = workspace.ctx('finance', { fields: { money: false, personal: true } });
    const shown = { format: 'reel', amountMinor: null, currency: null };
    expect((await run((tx) => getCreator(tx, creatorId), narrow)).quotes).toMatchObject([shown]);
    expect((await run((tx) => findQuotes(tx, { creatorId, limit: 10 }), narrow)).data).toMatchObject([shown]);
  });

  test.each([
    ['amountMinor', 12.5],
    ['amountMinor', -1],
    ['amountMinor', 2 ** 53],
    ['currency', 'EURO'],
    ['currency', 'ZZZ'],
    ['quotedOn', '2026-02-30'],
    ['format', ''],
    ['kind', 'offered'],
  ])('refuse %s %j', (field, value) => {
    const parsed = createQuoteSchema.safeParse({ ...quote, creatorId: encodeId('creator', newId()), [field]: value });
    expect(parsed.error?.issues[0]?.path).toEqual([field]);
  });
});
