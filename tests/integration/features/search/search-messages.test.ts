import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchAction } from '@/app/search';
import type { SearchAnswer, SearchKind } from '@/features/search/schemas/search';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { useTestDatabase } from '../../../support/context';
import { receive, type MailFields } from '../../../support/mails';
import { createMailingWorkspace, type MailingWorkspace } from '../../../support/messages';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let ours: MailingWorkspace;

beforeAll(async () => {
  database = await useTestDatabase();
  ours = await createMailingWorkspace();
  const mails: MailFields[] = [
    { subject: 'Verträge für den Frühling', text: 'Der Vertrag für die Straßenküche ist unterschrieben.' },
    { subject: 'Rates', text: 'Our rooftop session costs five hundred. Invoice follows.', at: '2026-10-01T09:00:00Z' },
    { subject: 'Session', text: 'We saw the rooftop after the session.', at: '2026-10-02T22:30:00Z' },
    { from: 'Jörg Kästner <joerg@agency.example>', subject: 'Briefing', text: 'Kurze Rückfrage zum Briefing.' },
    { to: 'team@acme.example, Łukasz <lukasz@x.example>', subject: 'Schedule', text: 'Kites fly on Friday.' },
    { raw: undefined, subject: 'Hostile', text: '<script>alert("zebra")</script> & <b>zebra</b>' } as MailFields,
    ...Array.from({ length: 12 }, (_, n) => ({
      subject: `Newsletter ${n}`,
      text: 'parrot',
      at: new Date(Date.UTC(2026, 8, 1 + n)).toISOString(),
    })),
    { subject: 'Parrot in the subject', text: 'nothing', at: '2026-08-20T00:00:00Z' },
  ];
  for (const mail of mails) await receive(ours.workspace.ctx(), ours.mailboxId, mail);
});
afterAll(() => database.close());

interface Asking {
  as?: Context;
  kinds?: SearchKind[];
  zone?: string;
  limit?: number;
  cursor?: string | undefined;
}

async function ask(
  q: string,
  { as = ours.workspace.ctx(), kinds = ['message'], ...rest }: Asking = {},
): Promise<SearchAnswer> {
  const input = searchAction.input.parse({ q, kinds, ...rest });
  return inWorkspace(as, (tx) => searchAction.run(tx, input));
}

const titles = async (q: string, asking?: Asking) => (await ask(q, asking)).data.map(({ title }) => title);

describe('words of messages', () => {
  it('are found in two languages, without regard to diacritics and case, whole but for the last', async () => {
    for (const q of ['straßenküche', 'STRASSENKUCHE', 'strassenk', 'vertrage fruhling', 'verträge unterschrieben'])
      expect(await titles(q), q).toEqual(['Verträge für den Frühling']);
    expect(await titles('lukasz')).toEqual(['Schedule']);
    expect(await titles('kit fly')).toEqual([]);
    expect(await titles('kit* fly')).toEqual(['Schedule']);
    expect(await titles('joerg@agency.example')).toEqual(['Briefing']);
  });

  it('stand one after the other in a phrase', async () => {
    expect((await titles('rooftop session ')).sort()).toEqual(['Rates', 'Session']);
    expect(await titles('"rooftop session"')).toEqual(['Rates']);
    expect(await titles('"session rooftop"')).toEqual([]);
  });

  it('are marked where they stand, as text and never as HTML', async () => {
    const { data } = await ask('ZEBRA');
    expect(data[0]?.marked.detail).toEqual([
      { text: '<script>alert("', match: false },
      { text: 'zebra', match: true },
      { text: '")</script> & <b>', match: false },
      { text: 'zebra', match: true },
      { text: '</b>', match: false },
    ]);
  });

  it('lead to the conversation', async () => {
    const { data } = await ask('kurze');
    expect(data[0]).toMatchObject({
      kind: 'message',
      message: { channel: 'email', from: 'Jörg Kästner', attachments: [], messageId: data[0]?.id },
    });
    expect(data[0]?.message?.threadId).toMatch(/^thr_/);
  });
});

describe('operators', () => {
  it.each([
    ['from:kastner', ['Briefing']],
    ['from:joerg@agency.example', ['Briefing']],
    ['from:"Jörg Kästner" briefing', ['Briefing']],
    ['from:kastner parrot', []],
    ['to:lukasz', ['Schedule']],
    ['in:acme kites', ['Schedule']],
    ['in:nobody kites', []],
    ['channel:email kites', ['Schedule']],
    ['channel:instagram kites', []],
    ['has:attachment kites', []],
    ['rooftop after:2026-10-02', ['Session']],
    ['rooftop before:2026-10-02', ['Rates']],
    ['rooftop after:2026-10-01 before:2026-10-01', []],
  ])('%s', async (q, found) => {
    expect(await titles(q)).toEqual(found);
  });

  it('name days of the person’s zone', async () => {
    expect(await titles('rooftop after:2026-10-03', { zone: 'Europe/Berlin' })).toEqual(['Session']);
    expect(await titles('rooftop after:2026-10-03', { zone: 'America/New_York' })).toEqual([]);
  });

  it('alone answer the newest, and nothing of what knows no operators', async () => {
    const { data, found } = await ask('before:2026-09-03', { kinds: ['message', 'creator', 'note', 'task'] });
    expect(data.map(({ title }) => title)).toEqual(['Newsletter 1', 'Newsletter 0', 'Parrot in the subject']);
    expect(found).toEqual({ count: 3, more: false });
  });

  it('that make no sense are named', async () => {
    await expect(ask('before:soon x')).rejects.toMatchObject({
      code: 'invalid_input',
      details: { message: 'before: wants a day, as 2026-05-31.', fields: [{ path: 'q' }] },
    });
  });
});

describe('the order', () => {
  it('is by how well it matches, then by how new it is; page by page nothing twice and nothing left out', async () => {
    const all: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ask('parrot', { limit: 5, cursor });
      expect(page.found).toEqual({ count: 13, more: false });
      all.push(...page.data.map(({ title }) => title));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    const letters = Array.from({ length: 12 }, (_, n) => `Newsletter ${11 - n}`);
    expect(all).toEqual(['Parrot in the subject', ...letters]);
  });

  it('takes no cursor but its own', async () => {
    for (const cursor of [
      'x',
      Buffer.from('["1","2"]').toString('base64url'),
      Buffer.from('["NaN"]').toString('base64url'),
    ])
      await expect(ask('parrot', { cursor }), cursor).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(ask('parrot', { kinds: ['note', 'message'], cursor: 'x' })).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });
});

describe('what nobody typed on purpose', () => {
  it.each([
    [
      '"',
      '""',
      '"a',
      "'",
      "';drop table message;--",
      ':*',
      '&|!()<->',
      'a:* & !b | c',
      '\\',
      '%',
      '\0kites',
      '\ud800x',
      '🔥',
      '* *',
    ],
  ])('is no error', async (...hostile) => {
    for (const q of hostile.filter((text) => text.trim() !== '')) await expect(ask(q), q).resolves.toBeDefined();
  });

  it('finds by the first forty of ten thousand words, and says so', async () => {
    const answer = await ask('kites '.repeat(10_000));
    expect(answer.cut).toBe(true);
    expect(answer.data.map(({ title }) => title)).toEqual(['Schedule']);
    expect((await ask(`${'x'.repeat(60_000)} kites`)).data).toEqual([]);
  });

  it('is corrected, when nothing is found, by words one sees', async () => {
    expect((await ask('invocie')).corrected).toBe('invoice');
    expect((await ask('rooftpo "sesion"')).corrected).toBe('rooftop "session"');
    expect((await ask('from:kastner briefnig')).corrected).toBe('from:kastner briefing');
    expect((await ask('kites')).corrected).toBeNull();
    expect((await ask('xyzzyplugh')).corrected).toBeNull();
  });
});
