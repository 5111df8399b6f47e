import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId } from '@/shared/ids';
import { useTestDatabase } from '../../../support/context';
import { addCreator } from '../../../support/creators';
import { push, writeMail } from '../../../support/mails';
import { createMailingWorkspace, type MailingWorkspace } from '../../../support/messages';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let here: MailingWorkspace;
let key: string;
beforeAll(async () => {
  database = await useTestDatabase();
  here = await createMailingWorkspace();
  key = await here.workspace.createKey();
});
afterAll(() => database.close());

describe('POST /api/v1/inbound/email', () => {
  it('answers what it made of a mail, and the same once more for the same mail', async () => {
    const creatorId = await addCreator(here.ctx, { emails: [{ address: 'ada@x.example' }] });
    const raw = writeMail({ from: 'Ada <ada@x.example>', text: 'Count me in.\n\n-- \nAda\n+49 30 1234' });
    const first = await push(key, raw);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({
      id: expect.stringMatching(/^msg_[0-9a-f]{32}$/) as string,
      threadId: expect.stringMatching(/^thr_/) as string,
      creatorIds: [encodeId('creator', creatorId)],
      kind: 'message',
      visibleText: 'Count me in.',
      duplicate: false,
    });
    expect((await push(key, raw)).body).toEqual({ ...first.body, duplicate: true });
  });

  it('finds the mailbox by the envelope and refuses one that is not there', async () => {
    const raw = writeMail();
    expect((await push(key, raw, { headers: { 'x-envelope-to': 'Team+x@acme.example' } })).status).toBe(200);
    const elsewhere = await createMailingWorkspace();
    const query = `?mailbox=${encodeId('mailbox', elsewhere.mailboxId)}`;
    expect(await push(key, raw, { query })).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect((await push(key, raw, { query: '?mailbox=nonsense' })).status).toBe(404);
  });

  it('refuses more than 50 MB, an empty body and a key that may not', async () => {
    const large = Buffer.concat([writeMail(), Buffer.alloc(51 * 1024 * 1024, 'a')]);
    expect(await push(key, large)).toMatchObject({ status: 413, body: { code: 'limit_exceeded' } });
    expect(await push(key, Buffer.alloc(0))).toMatchObject({ status: 422 });
    const reader = await here.workspace.createKey(['message.read']);
    expect(await push(reader, writeMail())).toMatchObject({ status: 403 });
  });

  it.each([
    ['no header at all', Buffer.from('hello')],
    ['nothing but bytes', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256))],
    ['NUL and lone surrogates', writeMail({ subject: 'a\u0000b', text: 'c\u0000d \ud800 e' })],
    ['a header of a megabyte', writeMail({ subject: 'x'.repeat(1_000_000) })],
    ['no Message-ID, no From, no Date', writeMail({ headers: { 'Message-ID': '', From: '', Date: '' } })],
    ['addresses that are none', writeMail({ from: 'a b c', to: '<>, @, ;;;' })],
    [
      'two thousand references',
      writeMail({ headers: { References: Array.from({ length: 2000 }, (_, i) => `<${i}@r>`).join(' ') } }),
    ],
  ])('keeps a mail with %s, once', async (_what, raw) => {
    const first = await push(key, raw);
    expect(first.status).toBe(200);
    expect(first.body.id).toMatch(/^msg_/);
    expect((await push(key, raw)).body).toMatchObject({ id: first.body.id, duplicate: true });
  });

  it('keeps a mail of 5,000 attachments and a zip bomb as files, unopened', async () => {
    const part = (i: number) =>
      `--b\r\nContent-Type: application/zip; name="f${i}.zip"\r\nContent-Disposition: attachment\r\n\r\nPK${i}\r\n`;
    const body = `${Array.from({ length: 5000 }, (_, i) => part(i)).join('')}--b--\r\n`;
    const raw = Buffer.concat([
      Buffer.from(
        'From: a@x.example\r\nMessage-ID: <many@x.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n',
      ),
      Buffer.from(body),
    ]);
    expect(await push(key, raw)).toMatchObject({ status: 200, body: { duplicate: false } });
  }, 60_000);
});
