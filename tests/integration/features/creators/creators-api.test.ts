import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { creatorRoutes } from '@/features/creators/api/all-routes';
import type { RouteDefinition } from '@/platform/http/define-route';
import { findBrandsRoute } from '@/features/members/api/brand-routes';
import { encodeId, newId } from '@/shared/ids';
import { callRoute, type Call } from '../../../support/call-route';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';

const naughtyFile = '../shared/fixtures/torture/blns.json';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let workspace: TestWorkspace;
let key: string;
beforeAll(async () => {
  database = await useTestDatabase();
  workspace = await createTestWorkspace();
  key = await workspace.createKey();
});
afterAll(() => database.close());

function route(name: string): RouteDefinition {
  const found = creatorRoutes.find((one) => one.name === name);
  if (!found) throw new Error(`no route ${name}`);
  return found;
}
const call = (name: string, more: Omit<Call, 'key'> = {}) => callRoute(route(name), { key, ...more });
const create = async (body: object = {}) => {
  const answer = await call('create-creator', { body: { displayName: `C ${newId()}`, ...body } });
  expect(answer.status).toBe(201);
  return answer.body;
};

describe('a creator by the API', () => {
  test('is created, read, changed, archived and restored', async () => {
    const made = await create({ city: 'Rome', handles: [{ name: 'https://www.tiktok.com/@roma' }] });
    expect(made).toMatchObject({ source: 'api', primaryHandle: 'roma', version: 1 });
    const params = { id: made.id };
    expect((await call('get-creator', { params })).body).toEqual(made);
    const changed = await call('update-creator', { params, body: { city: null, stage: 'active', version: 1 } });
    expect(changed).toMatchObject({ status: 200, body: { city: null, stage: 'active' } });
    const stale = await call('update-creator', { params, body: { city: 'Turin', version: 1 } });
    expect(stale).toMatchObject({ status: 409, body: { code: 'conflict', reason: 'stale_version' } });
    expect((await call('archive-creator', { params })).body.archivedAt).not.toBeNull();
    expect((await call('restore-creator', { params })).body.archivedAt).toBeNull();
  });

  test('is created once under one Idempotency-Key', async () => {
    const body = { displayName: 'Once', handles: [{ platform: 'x', name: 'once' }] };
    const headers = { 'idempotency-key': 'k1' };
    const [one, two] = [
      await call('create-creator', { body, headers }),
      await call('create-creator', { body, headers }),
    ];
    expect(two).toMatchObject({ status: 201, body: one.body });
    const third = await call('create-creator', { body });
    expect(third).toMatchObject({
      status: 409,
      body: { reason: 'possible_duplicate', candidates: [{ id: one.body.id, displayName: 'Once', why: 'handle' }] },
    });
  });

  test.each([
    ['an unknown field', { shoeSize: 41 }, ''],
    ['no name', { displayName: undefined }, 'displayName'],
    ['a blank name', { displayName: ' \u200b ' }, 'displayName'],
    ['a name of 201', { displayName: 'x'.repeat(201) }, 'displayName'],
    ['a text of 256', { city: 'x'.repeat(256) }, 'city'],
    ['NUL', { city: 'a\0b' }, 'city'],
    ['half a surrogate', { city: 'a\ud800' }, 'city'],
    ['an unknown country', { country: 'QQ' }, 'country'],
    ['an unknown zone', { timeZone: 'Mars/Base' }, 'timeZone'],
    ['an unknown language', { languages: ['x!'] }, 'languages.0'],
    ['a day that is none', { birthday: '2026-02-30' }, 'birthday'],
    ['a handle with emoji', { handles: [{ platform: 'instagram', name: 'a😀' }] }, 'handles.0.name'],
    ['a handle without a platform', { handles: [{ name: 'ada' }] }, 'handles.0.name'],
    ['an address of 300', { emails: [{ address: `${'a'.repeat(290)}@b.example` }] }, 'emails.0.address'],
    ['an unknown custom field', { custom: { fld_0: 1 } }, 'custom.fld_0'],
    ['an owner that is no id', { ownerId: 'me' }, 'ownerId'],
  ])('with %s is refused, naming the field', async (...[, body, path]) => {
    const answer = await call('create-creator', { body: { displayName: 'Refused', ...body } });
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid_input', errors: [{ path }] } });
  });

  test('at the limits is kept as it is', async () => {
    const body = { displayName: 'ä'.repeat(200), city: `${'𝒜'.repeat(127)}b` };
    expect(await create(body)).toMatchObject(body);
  });

  test.skipIf(!existsSync(naughtyFile))(
    'keeps hostile text as it was written, or says why not',
    async () => {
      const naughty = JSON.parse(readFileSync(naughtyFile, 'utf8')) as string[];
      let kept = 0;
      for (const text of naughty) {
        const answer = await call('create-creator', {
          body: { displayName: text, companyName: text, allowDuplicate: true },
        });
        if (answer.status === 201) {
          kept += 1;
          expect(answer.body).toMatchObject({ displayName: text, companyName: text });
          expect((await call('get-creator', { params: { id: answer.body.id } })).body.companyName).toBe(text);
        } else {
          expect(answer.status).toBe(422);
          expect(answer.body.errors[0].path).toBe('displayName');
          expect(text.length > 200 || !/[^\s\p{Cc}\p{Cf}\p{Z}]/u.test(text)).toBe(true);
        }
      }
      expect(kept).toBeGreaterThan(400);
    },
    120_000,
  );
});

describe('what belongs to a creator by the API', () => {
  test('notes, quotes, handles, addresses, contacts, fields and merges', async () => {
    const { id } = await create();
    const params = { id };
    const note = await call('create-note', { params, body: { html: '<p>Hi</p>', pinned: true } });
    expect(note).toMatchObject({ status: 201, body: { text: 'Hi', author: null } });
    const noteParams = { id, noteId: note.body.id };
    expect((await call('update-note', { params: noteParams, body: { html: '<p>Ho</p>' } })).body).toMatchObject({
      version: 2,
    });
    expect((await call('find-note-versions', { params: noteParams })).body.data).toMatchObject([{ text: 'Hi' }]);
    expect((await call('find-notes', { params, query: '?limit=1' })).body).toMatchObject({
      data: [{ text: 'Ho' }],
      nextCursor: null,
    });
    expect((await call('archive-note', { params: noteParams })).status).toBe(204);
    const long = await call('create-note', { params, body: { html: 'x'.repeat(5 * 1024 * 1024) } });
    expect(long).toMatchObject({ status: 422, body: { errors: [{ path: 'html' }] } });

    const quote = { kind: 'agreed', format: 'reel', amountMinor: 99_00, currency: 'USD', quotedOn: '2026-01-02' };
    const logged = await call('create-quote', { params, body: quote });
    expect(logged).toMatchObject({ status: 201, body: quote });
    expect((await call('find-quotes', { params })).body.data).toHaveLength(1);
    expect((await call('archive-quote', { params: { id, quoteId: logged.body.id } })).status).toBe(204);

    const handle = await call('add-handle', { params, body: { platform: 'youtube', name: 'chan' } });
    expect(handle.status).toBe(201);
    const handleParams = { id, handleId: handle.body.id };
    const report = { asOf: '2026-01-01T00:00:00Z', source: 'API', metrics: { followers: 10 } };
    expect((await call('record-handle-metrics', { params: handleParams, body: report })).body).toMatchObject({
      followers: 10,
    });
    expect((await call('update-handle', { params: handleParams, body: { name: 'chan2' } })).body.names).toMatchObject([
      { name: 'chan' },
    ]);
    expect((await call('find-handles', { params })).body.data).toHaveLength(1);
    expect((await call('remove-handle', { params: handleParams })).status).toBe(204);
    const email = await call('add-email', { params, body: { email: { address: 'api@example.org' } } });
    expect(email).toMatchObject({ status: 201, body: { primaryEmail: 'api@example.org' } });
    expect((await call('remove-email', { params: { id, emailId: email.body.emails[0].id } })).status).toBe(204);

    const agency = await call('create-agency', { body: { name: 'Stars', website: 'https://stars.example' } });
    const contact = await call('create-contact', {
      body: { name: 'Mo', agencyId: agency.body.id, emails: [{ address: 'mo@stars.example' }] },
    });
    expect(contact).toMatchObject({ status: 201, body: { agency: { name: 'Stars' }, creators: [] } });
    const link = { id, contactId: contact.body.id };
    const linked = await call('link-contact', { params: link, body: { role: 'manager', routing: 'copied' } });
    expect(linked.body.creators).toMatchObject([{ id, routing: 'copied' }]);
    expect((await call('find-contacts', { query: '?q=STARS' })).body.data).toHaveLength(1);
    expect((await call('find-contacts', { query: '?q=%25' })).body.data).toHaveLength(0);
    expect((await call('find-agencies')).body.data).toMatchObject([{ contacts: [{ name: 'Mo' }] }]);
    expect((await call('unlink-contact', { params: link })).status).toBe(204);
    expect((await call('archive-contact', { params: { id: contact.body.id } })).status).toBe(204);

    const field = await call('create-custom-field', {
      body: { label: 'Pet', type: 'select', options: ['cat', 'dog'] },
    });
    expect(
      (await call('update-creator', { params, body: { custom: { [field.body.id]: 'cat' } } })).body.custom,
    ).toEqual({ [field.body.id]: 'cat' });
    const bird = await call('update-creator', { params, body: { custom: { [field.body.id]: 'bird' } } });
    expect(bird).toMatchObject({ status: 422, body: { errors: [{ path: `custom.${field.body.id}` }] } });
    expect((await call('create-custom-field', { body: { label: 'PET', type: 'text' } })).status).toBe(409);
    expect((await call('find-custom-fields')).body.data).toMatchObject([{ label: 'Pet' }]);

    const other = await create();
    const body = { survivorId: id, mergedIds: [other.id] };
    expect((await call('merge-creators', { body: { ...body, preview: true } })).body.preview.merged).toMatchObject([
      { id: other.id },
    ]);
    const merged = await call('merge-creators', { body });
    expect(merged.body.creator.id).toBe(id);
    expect((await call('get-creator', { params: { id: other.id } })).body.id).toBe(id);
    expect((await call('undo-merge', { params: { mergeId: merged.body.mergeId } })).status).toBe(204);
    expect((await call('get-creator', { params: { id: other.id } })).body.id).toBe(other.id);
  });

  test('brands', async () => {
    const answer = await callRoute(findBrandsRoute, { key });
    expect(answer.body.data).toMatchObject([{ id: encodeId('brand', workspace.brandId), currency: 'EUR' }]);
  });

  test('of another workspace, malformed or missing is the same 404', async () => {
    const { id } = await create();
    const stranger = await (await createTestWorkspace('Other')).createKey();
    const statuses = [
      await callRoute(route('get-creator'), { key: stranger, params: { id } }),
      await call('get-creator', { params: { id: encodeId('creator', newId()) } }),
      await call('get-creator', { params: { id: 'crt_nonsense' } }),
      await call('get-creator', { params: { id: encodeId('note', newId()) } }),
    ].map(({ status, body }) => [status, body.code]);
    expect(statuses).toEqual(Array(4).fill([404, 'not_found']));
  });
});
