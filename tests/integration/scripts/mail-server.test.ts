import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MailServer, startMailServer } from '../../../scripts/demo/mail-server';

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let folder: string;
let server: MailServer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-mail-'));
  server = await startMailServer({ folder, smtpPort: 0, pagePort: 0 });
});

afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const message: SendMailOptions = {
  from: 'Brand <team@brand.test>',
  to: 'Zoë <zoe@creator.test>',
  bcc: 'hidden@brand.test',
  subject: 'Grüße <script>alert(1)</script>',
  text: 'Plain </pre><script>alert(2)</script>',
  html: '<p>Rich</p><script>alert(3)</script><img src="cid:logo"><img src="https://tracker.test/open.gif">',
  attachments: [
    { filename: 'logo.png', content: pixel, cid: 'logo' },
    { filename: 'evil"; x.html', content: '<script>alert(4)</script>', contentType: 'text/html' },
  ],
};

async function send(options = message) {
  return createTransport(server.smtpUrl).sendMail(options);
}

async function open(path: string, headers: Record<string, string> = {}) {
  return fetch(server.pageUrl + path, { headers });
}

describe('the mail server', () => {
  it('keeps a mail with its envelope, the hidden recipient included', async () => {
    await send();
    expect(server.store.list()).toMatchObject([
      { envelopeFrom: 'team@brand.test', envelopeTo: ['zoe@creator.test', 'hidden@brand.test'], attachments: 2 },
    ]);
  });

  it('answers without looking up the name of its client', async () => {
    const startedAt = performance.now();
    await send({ from: 'a@brand.test', to: 'b@creator.test', text: 'fast' });
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });

  it('shows after a restart what came before, newest first', async () => {
    await send({ ...message, subject: 'First' });
    await send({ ...message, subject: 'Second' });
    await server.close();
    server = await startMailServer({ folder, smtpPort: 0, pagePort: 0 });
    expect(server.store.list().map((mail) => mail.subject)).toEqual(['Second', 'First']);
    expect(await (await open('/')).text()).toContain('2 arrived');
  });

  it('takes another port when the wanted one is taken', async () => {
    const wanted = Number(new URL(server.pageUrl).port);
    const second = await startMailServer({ folder, smtpPort: 0, pagePort: wanted });
    expect(new URL(second.pageUrl).port).not.toBe(String(wanted));
    await second.close();
  });

  it('survives a client that breaks off in the middle', async () => {
    const socket = createConnection(Number(new URL(server.smtpUrl).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write('EHLO x\r\nMAIL FROM:<a@brand.test>\r\nRCPT TO:<b@creator.test>\r\nDATA\r\nhalf');
    await new Promise((done) => setTimeout(done, 100));
    socket.destroy();
    await send();
    expect(server.store.list()).toHaveLength(1);
  });

  it('accepts a message that is no proper MIME at all', async () => {
    await createTransport(server.smtpUrl).sendMail({
      envelope: { from: '', to: 'b@creator.test' },
      raw: 'Content-Type: multipart/mixed; boundary="never"\r\n\r\n\0\xff\r\n--neve',
    });
    const [mail] = server.store.list();
    expect(mail).toMatchObject({ envelopeFrom: '', subject: '(no subject)' });
    expect((await open(`/mails/${mail!.id}`)).status).toBe(200);
  });
});

describe('the mailbox page', () => {
  it('writes nothing of a mail into its own documents unescaped', async () => {
    await send();
    const { id } = server.store.list()[0]!;
    for (const path of ['/', `/mails/${id}`]) {
      const page = await open(path);
      expect(await page.text()).not.toContain('<script>alert');
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  it('shows the mail in a document that runs no script and fetches nothing from outside', async () => {
    await send();
    const { id } = server.store.list()[0]!;
    const frame = await open(`/mails/${id}/html`);
    const policy = frame.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none';.*img-src 'self' data:;.*sandbox allow-popups/);
    expect(policy).not.toContain('allow-scripts');
    expect(await frame.text()).toContain(`<img src="/mails/${id}/attachments/0">`);
  });

  it('hands out attachments as files, and never as a document of its own', async () => {
    await send();
    const { id } = server.store.list()[0]!;
    const evil = await open(`/mails/${id}/attachments/1`);
    expect(evil.headers.get('content-type')).toBe('application/octet-stream');
    expect(evil.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''evil/);
    expect(Buffer.from(await (await open(`/mails/${id}/attachments/0`)).arrayBuffer())).toEqual(pixel);
  });

  it('shows the source as it came', async () => {
    await send();
    const source = await open(`/mails/${server.store.list()[0]!.id}/source`);
    expect(source.headers.get('content-type')).toContain('text/plain');
    expect(await source.text()).toMatch(/^Message-ID: <.+>/m);
  });

  it.each(['/mails/../../secrets', '/mails/%2e%2e%2fsecrets', '/mails/nothing', '/mails', '/elsewhere'])(
    'has nothing at %s',
    async (path) => {
      expect((await open(path)).status).toBe(404);
    },
  );

  it('has nothing at an attachment that is not there', async () => {
    await send();
    expect((await open(`/mails/${server.store.list()[0]!.id}/attachments/7`)).status).toBe(404);
  });

  it('answers no page that calls it by a name of its own', async () => {
    const { port } = new URL(server.pageUrl);
    const status = await new Promise<string>((done) => {
      const socket = createConnection(Number(port), '127.0.0.1');
      socket.once('data', (data) => done(data.toString().split('\r\n')[0] ?? ''));
      socket.end(`GET / HTTP/1.1\r\nHost: attacker.test:${port}\r\nConnection: close\r\n\r\n`);
    });
    expect(status).toContain('421');
  });
});

describe('an answer written on the page', () => {
  let taken: { raw: string; to: string | undefined; key: string | undefined }[];
  let product: Server;
  beforeEach(async () => {
    taken = [];
    product = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { authorization, 'x-envelope-to': to } = request.headers;
        taken.push({ raw: Buffer.concat(chunks).toString(), to: String(to), key: authorization });
        response.setHeader('content-type', 'application/json').end('{"kind":"reply"}');
      });
    });
    await new Promise<void>((listening) => product.listen(0, '127.0.0.1', listening));
  });
  afterEach(() => new Promise((closed) => product.close(closed)));

  const answer = async (fields: Record<string, string>, origin = server.pageUrl) => {
    await send({ ...message, messageId: '<first@brand.test>' });
    const { port } = product.address() as AddressInfo;
    server.deliverTo({ url: `http://127.0.0.1:${port}`, apiKey: 'rpk_test' });
    return fetch(`${server.pageUrl}/mails/${server.store.list()[0]?.id ?? ''}/answer`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin },
      redirect: 'manual',
    });
  };

  it('comes back as the recipient would write it: a reply, an absence, a bounce', async () => {
    const reply = await answer({ kind: 'reply', as: 'zoe@creator.test', text: 'Gern!' });
    expect([reply.status, reply.headers.get('location')]).toEqual([303, expect.stringContaining('?came=reply')]);
    expect(taken[0]).toMatchObject({ to: 'team@brand.test', key: 'Bearer rpk_test' });
    expect(taken[0]?.raw).toMatch(/^In-Reply-To: <first@brand\.test>/m);
    expect(taken[0]?.raw).toContain('From: =?UTF-8?');
    await answer({ kind: 'away', as: 'zoe@creator.test' });
    expect(taken[1]?.raw).toMatch(/^Auto-Submitted: auto-replied/m);
    await answer({ kind: 'bounce', as: 'zoe@creator.test' });
    expect(taken[2]?.raw).toContain('Final-Recipient: rfc822; zoe@creator.test');
    expect(taken[2]?.raw).toContain('Message-ID: <first@brand.test>');
  });

  it('is not taken from another page', async () => {
    expect((await answer({ kind: 'reply', text: 'x' }, 'https://elsewhere.test')).status).toBe(403);
    expect(taken).toEqual([]);
  });
});
