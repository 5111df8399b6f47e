import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getAttachmentRoute, uploadFileRoute } from '@/features/threads/api/file-routes';
import {
  cancelMessageRoute,
  findMessagesRoute,
  getMessageRoute,
  retryMessageRoute,
  sendMessageRoute,
} from '@/features/threads/api/message-routes';
import { findMailboxesRoute } from '@/features/threads/api/mailbox-routes';
import type { RouteDefinition } from '@/platform/http/define-route';
import { encodeId } from '@/shared/ids';
import { useTestDatabase } from '../../../support/context';
import { createMailingWorkspace, type MailingWorkspace } from '../../../support/messages';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let ours: MailingWorkspace;
let theirKey: string;
let key: string;
beforeAll(async () => {
  database = await useTestDatabase();
  ours = await createMailingWorkspace();
  key = await ours.workspace.createKey();
  theirKey = await (await createMailingWorkspace()).workspace.createKey();
});
afterAll(() => database.close());

interface Call {
  params?: Record<string, string>;
  query?: string;
  body?: unknown;
  headers?: Record<string, string>;
  as?: string;
}

async function call(route: RouteDefinition, { params = {}, query = '', body, headers = {}, as = key }: Call = {}) {
  const request = new Request(`http://localhost/api/v1${route.path}${query}`, {
    method: route.method,
    headers: { authorization: `Bearer ${as}`, ...headers },
    ...(body === undefined ? {} : { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
  });
  return route.handler(request, { params: Promise.resolve(params) });
}

async function answerOf(route: RouteDefinition, parts: Call = {}) {
  const response = await call(route, parts);
  return { status: response.status, body: await response.json() };
}

describe('POST /messages', () => {
  it('queues the example of the documentation', async () => {
    const creatorId = encodeId('creator', await ours.addWritable());
    const mailboxId = encodeId('mailbox', ours.mailboxId);
    const body = { creatorId, mailboxId, subject: 'Hello', html: '<p>…</p>', attachments: [] };
    const answer = await answerOf(sendMessageRoute, { body });
    expect(answer).toMatchObject({ status: 202, body: { state: 'queued', id: expect.stringMatching(/^msg_/) } });
    expect(answer.body.rfcMessageId).toMatch(/^<[^<>@\s]+@acme\.example>$/);
    const { body: message } = await answerOf(getMessageRoute, { params: { id: answer.body.id } });
    expect(message).toMatchObject({
      creatorId,
      subject: 'Hello',
      state: 'queued',
      rfcMessageId: answer.body.rfcMessageId,
    });
    const { body: list } = await answerOf(findMessagesRoute, { query: `?creatorId=${creatorId}` });
    expect(list).toMatchObject({ data: [{ id: answer.body.id }], nextCursor: null });
  });

  it('keeps attachments of the body and of files, byte for byte, and gives them back to be saved', async () => {
    const creatorId = encodeId('creator', await ours.addWritable());
    const [first, second] = [randomBytes(2_000_000), randomBytes(10)];
    const uploaded = await answerOf(uploadFileRoute, { query: '?name=b%2F%22x%22.bin', body: first });
    expect(uploaded).toMatchObject({
      status: 201,
      body: { name: 'b/"x".bin', size: 2_000_000, hash: createHash('sha256').update(first).digest('hex') },
    });
    const attachments = [{ fileName: 'evil.html', contentType: 'text/html', contentBase64: second.toString('base64') }];
    const body = { creatorId, subject: 'a', html: 'a', fileIds: [uploaded.body.id], attachments };
    const { body: queued } = await answerOf(sendMessageRoute, { body });
    const { body: message } = await answerOf(getMessageRoute, { params: { id: queued.id } });
    expect(message.attachments).toMatchObject([{ name: 'b/"x".bin' }, { name: 'evil.html', contentType: 'text/html' }]);
    for (const [index, content] of [first, second].entries()) {
      const params = { id: queued.id, attachmentId: message.attachments[index].id };
      const response = await call(getAttachmentRoute, { params });
      expect(Buffer.from(await response.arrayBuffer()).equals(content)).toBe(true);
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w%.-]+$/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect((await answerOf(getAttachmentRoute, { params, as: theirKey })).status).toBe(404);
    }
  });

  it('sends nothing more when the same request comes again', async () => {
    const creatorId = encodeId('creator', await ours.addWritable());
    const attachments = [{ fileName: 'a.txt', contentBase64: 'YQ==' }];
    const parts = { body: { creatorId, subject: 'a', html: 'a', attachments }, headers: { 'idempotency-key': 'one' } };
    const answers = [await answerOf(sendMessageRoute, parts), await answerOf(sendMessageRoute, parts)];
    expect(answers[1]).toEqual(answers[0]);
    const { body: list } = await answerOf(findMessagesRoute, { query: `?creatorId=${creatorId}` });
    expect(list.data).toHaveLength(1);
  });

  it.each<[string, object, number]>([
    ['an unknown field', { extra: 1 }, 422],
    ['no subject', { subject: ' ' }, 422],
    ['a line end in the subject', { subject: 'a\r\nBcc: b@x.example' }, 422],
    ['a body of nothing', { html: '<p><br></p>' }, 422],
    ['a file name with a line end', { attachments: [{ fileName: 'a\nb', contentBase64: '' }] }, 422],
    [
      'a media type with a line end',
      { attachments: [{ fileName: 'a', contentType: 'a/b\r\nX: y', contentBase64: '' }] },
      422,
    ],
    ['what is no base64', { attachments: [{ fileName: 'a', contentBase64: '§§' }] }, 422],
    ['an address that is none', { to: 'nobody' }, 422],
    ['an address of 300 characters', { to: `${'a'.repeat(290)}@x.example` }, 422],
    ['a creator that is not there', { creatorId: `crt_${'0'.repeat(32)}` }, 404],
    ['a mailbox that is not there', { mailboxId: `mbx_${'0'.repeat(32)}` }, 404],
    ['too many tags', { html: '<b>'.repeat(30_000) }, 413],
    ['a field without a value', { html: '{{creator.companyName}}' }, 422],
  ])('refuses %s', async (_, change, status) => {
    const creatorId = encodeId('creator', await ours.addWritable());
    const answer = await answerOf(sendMessageRoute, { body: { creatorId, subject: 'a', html: 'a', ...change } });
    expect([answer.status, answer.body.detail]).toEqual([status, expect.stringMatching(/\w/)]);
  });

  it('refuses a body and a file that are too large, without reading on', async () => {
    const attachments = [{ fileName: 'a', contentBase64: 'A'.repeat(38 * 1024 * 1024) }];
    expect((await answerOf(sendMessageRoute, { body: { attachments } })).status).toBe(413);
    const file = { query: '?name=a', body: Buffer.alloc(26 * 1024 * 1024) };
    expect(await answerOf(uploadFileRoute, file)).toMatchObject({ status: 413, body: { reason: 'file_too_large' } });
  });

  it('lets no key without the permission write, and shows a workspace nothing of another', async () => {
    const creatorId = encodeId('creator', await ours.addWritable());
    const body = { creatorId, subject: 'a', html: 'a' };
    const reader = await ours.workspace.createKey(['message.read']);
    expect((await answerOf(sendMessageRoute, { body, as: reader })).status).toBe(403);
    expect((await answerOf(uploadFileRoute, { query: '?name=a', body: Buffer.from('a'), as: reader })).status).toBe(
      403,
    );
    expect((await answerOf(sendMessageRoute, { body, as: theirKey })).status).toBe(404);
    const { body: queued } = await answerOf(sendMessageRoute, { body });
    const params = { id: queued.id };
    for (const route of [getMessageRoute, cancelMessageRoute, retryMessageRoute])
      expect((await answerOf(route, { params, as: theirKey })).status).toBe(404);
    expect((await answerOf(findMessagesRoute, { as: theirKey })).body.data).toEqual([]);
    expect(await answerOf(cancelMessageRoute, { params })).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    expect((await answerOf(retryMessageRoute, { params })).status).toBe(409);
  });

  it('lists the mailboxes', async () => {
    expect(await answerOf(findMailboxesRoute)).toMatchObject({
      status: 200,
      body: {
        data: [{ id: encodeId('mailbox', ours.mailboxId), address: 'team@acme.example', displayName: 'Acme Team' }],
      },
    });
  });
});
