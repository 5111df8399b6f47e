import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queueMessage } from '@/features/threads/commands/queue-message';
import { queueMessageSchema } from '@/features/threads/schemas/queue-message';
import { inWorkspace } from '@/platform/db/in-workspace';
import type { RouteDefinition } from '@/platform/http/define-route';
import { encodeId, type IdKind } from '@/shared/ids';
import { permissions } from '@/shared/permissions';
import { fingerprint } from '../../support/authorization/fingerprint';
import { sampleInput, type SubjectIds } from '../../support/authorization/sample-input';
import { addSubjects, markers } from '../../support/authorization/subjects';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../support/context';
import { addCreator } from '../../support/creators';

/** Whose id the `{id}` of a path is, by its first segment. */
const nouns: Record<string, IdKind> = {
  creators: 'creator',
  contacts: 'contact',
  agencies: 'agency',
  'custom-fields': 'customField',
  segments: 'segment',
  imports: 'import',
  exports: 'export',
  messages: 'message',
  threads: 'thread',
  mailboxes: 'mailbox',
  brands: 'brand',
  tags: 'tag',
  files: 'file',
  tasks: 'task',
};
const names: Record<string, IdKind> = {
  noteId: 'note',
  quoteId: 'quote',
  handleId: 'handle',
  contactId: 'contact',
  mergeId: 'merge',
  attachmentId: 'attachment',
  emailId: 'emailAddress',
  phoneId: 'phoneNumber',
};

/** A link of two that both exist is what they make or take away: neither is above the other. */
const makeWhatTheyName = ['link-contact', 'unlink-contact'];

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let routes: RouteDefinition[];
let ours: TestWorkspace;
let subjects: SubjectIds;
let foreignKey: string;

beforeAll(async () => {
  database = await useTestDatabase();
  routes = (await import('@/app/definitions')).allRoutes;
  ours = await createTestWorkspace('Ours');
  subjects = await addSubjects(ours);
  foreignKey = await (await createTestWorkspace('Theirs')).createKey();
});
afterAll(() => database.close());

function paramsOf(route: RouteDefinition): Record<string, string> {
  const [, first = ''] = route.path.split('/');
  return Object.fromEntries(
    [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
      const kind = names[name] ?? nouns[first];
      const id = kind && subjects[kind];
      if (!id) throw new Error(`no subject for {${name}} of ${route.path}: add it to tests/support/authorization`);
      return [name, id];
    }),
  );
}

async function call(
  route: RouteDefinition,
  key: string | null,
  parent?: string,
): Promise<{ status: number; text: string }> {
  const params = paramsOf(route);
  const [above] = Object.keys(params);
  if (parent && above) params[above] = parent;
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  const withBody = route.method !== 'GET' && route.requestContentType === 'application/json';
  const request = new Request(`http://localhost/api/v1${path}`, {
    method: route.method,
    headers: {
      ...(key && { authorization: `Bearer ${key}` }),
      ...(withBody && { 'content-type': 'application/json' }),
    },
    ...(withBody && { body: JSON.stringify(route.schemas.body ? sampleInput(route.schemas.body, subjects) : {}) }),
  });
  const response = await route.handler(request, { params: Promise.resolve(params) });
  return { status: response.status, text: await response.text() };
}

describe('every route', () => {
  it('refuses whoever brings no key, an unknown one, or none that is a key', async () => {
    expect(routes.length).toBeGreaterThan(30);
    for (const route of routes) {
      for (const key of [null, 'rpk_unknown_unknown_unknown', "' or 1=1 --aaaa"]) {
        expect((await call(route, key)).status, `${route.name} with ${key}`).toBe(401);
      }
    }
  });

  it('refuses a key that holds every permission but its own', async () => {
    for (const permission of new Set(routes.map((route) => route.permission))) {
      const key = await ours.createKey(permissions.filter((other) => other !== permission));
      for (const route of routes.filter((candidate) => candidate.permission === permission)) {
        expect((await call(route, key)).status, route.name).toBe(403);
      }
    }
  });

  it('shows another workspace nothing and lets it change nothing, though it knows every id', async () => {
    const before = await fingerprint(database.ownerUrl, ours.id);
    const told: string[] = [];
    for (const route of routes) {
      const { status, text } = await call(route, foreignKey);
      const hasId = route.path.includes('{');
      if (hasId && status !== 404) told.push(`${route.name}: ${status} ${text.slice(0, 200)}`);
      if (status >= 500) told.push(`${route.name}: ${status}`);
      if (text.toLowerCase().includes(markers.any)) told.push(`${route.name} shows ${text.slice(0, 200)}`);
    }
    expect(told).toEqual([]);
    expect(await fingerprint(database.ownerUrl, ours.id)).toEqual(before);
  });

  it('answers its own key something else than a refusal of the key', async () => {
    const key = await ours.createKey();
    for (const route of routes.filter((candidate) => candidate.method === 'GET')) {
      const { status, text } = await call(route, key);
      expect([200, 404, 422, 503], `${route.name}: ${text.slice(0, 300)}`).toContain(status);
    }
  });

  it('finds nothing below the wrong parent, and changes nothing', async () => {
    const key = await ours.createKey();
    const ctx = ours.ctx();
    const creatorId = await addCreator(ctx, { displayName: 'Someone else' });
    const message = {
      creatorId: encodeId('creator', creatorId),
      to: 'else@acme.example',
      html: '<p>x</p>',
    };
    const sent = await inWorkspace(ctx, (tx) =>
      queueMessage(tx, queueMessageSchema.parse({ ...message, subject: 'Another', mailboxId: subjects.mailbox })),
    );
    const others: Record<string, string> = { creators: message.creatorId, messages: encodeId('message', sent.id) };
    const below = routes.filter(({ name, path }) => path.split('{').length > 2 && !makeWhatTheyName.includes(name));
    expect(below.length).toBeGreaterThan(9);
    const before = await fingerprint(database.ownerUrl, ours.id);
    for (const route of below) {
      const parent = others[route.path.split('/')[1] ?? ''];
      if (!parent) throw new Error(`no second parent for ${route.path}: add it here`);
      const { status, text } = await call(route, key, parent);
      expect(status, `${route.name}: ${text.slice(0, 300)}`).toBe(404);
    }
    expect(await fingerprint(database.ownerUrl, ours.id)).toEqual(before);
    for (const route of below.sort((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'))) {
      const { status, text } = await call(route, key);
      const isThere = status !== 404 || (route.name === 'get-attachment' && text.includes('file'));
      expect(isThere, `${route.name} below its own: ${status} ${text.slice(0, 300)}`).toBe(true);
    }
  });
});
