import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseEnv } from '@/platform/env/env';
import { fetchMails } from '@/platform/mail/imap/fetch-mails';
import { findByMessageId, findUidsAfter } from '@/platform/mail/imap/find-uids';
import { listFolders } from '@/platform/mail/imap/list-folders';
import { openImap } from '@/platform/mail/imap/open-imap';
import type { MailServer } from '@/platform/mail/mail-server';
import { testImap, testSmtp } from '@/platform/mail/test-connection';
import { testEnvironment } from '../../../support/context';
import { dovecotBinary, startDovecot, type TestDovecot } from '../../../support/dovecot';

const slot = globalThis as typeof globalThis & { rapportEnv?: ReturnType<typeof parseEnv> };
const user = 'anna@mail.test';
const imapTimes = { connectMs: 1_000, greetingMs: 1_000, answerMs: 5_000, idleMs: 2_000 };
const smtpTimes = { connectMs: 1_000, envelopeMs: 1_000, answerMs: 1_000, idleMs: 1_000 };
const variables = testEnvironment('postgres://nobody@127.0.0.1:9/nothing');

function useEnvironment(changes: Record<string, string> = {}): void {
  slot.rapportEnv = parseEnv({ ...variables, ...changes });
}

beforeAll(() => useEnvironment());

describe.skipIf(!dovecotBinary)(`an IMAP server${dovecotBinary ? '' : ' (dovecot is not installed)'}`, () => {
  let dovecot: TestDovecot;
  let tokens: Server;
  const account = (changes: Partial<MailServer> = {}): MailServer => ({
    ...{ host: dovecot.host, port: dovecot.port, security: 'none', user, login: { password: dovecot.password } },
    ...changes,
  });

  beforeAll(async () => {
    // What a provider answers when it is asked whose token this is.
    tokens = createServer((request, response) => {
      const good = request.url?.endsWith('good-token');
      response.writeHead(good ? 200 : 401, { 'content-type': 'application/json' });
      response.end(JSON.stringify(good ? { email: user, active: true } : { error: 'invalid_token' }));
    });
    await new Promise<void>((resolve) => tokens.listen(0, '127.0.0.1', resolve));
    const { port } = tokens.address() as AddressInfo;
    dovecot = await startDovecot({ tokenInfoUrl: `http://127.0.0.1:${port}/tokeninfo?access_token=` });
  });
  afterAll(async () => {
    tokens.closeAllConnections();
    tokens.close();
    await dovecot.stop();
  });

  it('takes a password and lists its folders with their roles', async () => {
    const result = await testImap(account(), imapTimes);
    expect(result).toMatchObject({
      ok: true,
      folders: expect.arrayContaining([
        { path: 'INBOX', role: 'inbox' },
        { path: 'Sent', role: 'sent' },
      ]),
    });
  });

  it('takes an access token, and a refused one is said to be one', async () => {
    expect(await testImap(account({ login: { accessToken: 'good-token' } }), imapTimes)).toMatchObject({ ok: true });
    const refused = await testImap(account({ login: { accessToken: 'stale-token' } }), imapTimes);
    expect(refused).toMatchObject({ ok: false, problem: 'login_refused', passing: false });
    expect(refused).toHaveProperty('message', expect.stringContaining('Connect the account anew'));
  });

  it.each<[string, () => Partial<MailServer>, [problem: string, message: RegExp]]>([
    [
      'a wrong password',
      () => ({ login: { password: 'wrong' } }),
      ['login_refused', /refused the user name anna@mail\.test or its password.*Authentication failed/],
    ],
    [
      'a certificate nobody vouches for',
      () => ({ port: dovecot.tlsPort, security: 'tls' }),
      ['certificate', /certificate of 127\.0\.0\.1 cannot be trusted \(self-signed/],
    ],
    ['that after STARTTLS', () => ({ security: 'starttls' }), ['certificate', /cannot be trusted/]],
    [
      'TLS where the server begins in the clear',
      () => ({ security: 'tls' }),
      ['tls_mode', /Choose STARTTLS, or port 993/],
    ],
    ['a closed port', () => ({ port: 9 }), ['port_closed', /no.* take IMAP connections on port 9.*usually port 993/]],
    [
      'an unknown host',
      () => ({ host: 'imap.nowhere.invalid' }),
      ['host_unknown', /no server called imap\.nowhere\.invalid/],
    ],
  ])('has %s named', async (_what, changes, [problem, message]) => {
    const result = await testImap(account(changes()), imapTimes);
    expect(result).toMatchObject({ ok: false, problem });
    expect(result).toHaveProperty('message', expect.stringMatching(message));
  });

  it('inside the network is refused before anything is sent, unless that is allowed', async () => {
    useEnvironment({ ALLOW_PRIVATE_HOSTS: '0' });
    try {
      for (const host of ['127.0.0.1', 'localhost', '2130706433']) {
        const [imap, smtp] = [
          await testImap(account({ host }), imapTimes),
          await testSmtp(account({ host }), smtpTimes),
        ];
        expect(imap, host).toMatchObject({ ok: false, problem: 'private_host' });
        expect(smtp, host).toMatchObject({ ok: false, problem: 'private_host' });
      }
    } finally {
      useEnvironment();
    }
  });

  it('gives messages by UID in batches, byte for byte, and names the one that is too large', async () => {
    const owner = 'batches@mail.test';
    const raws = Array.from(
      { length: 7 },
      (_, number) => `Message-ID: <m${number}@x>\r\nSubject: ${number}\r\n\r\nB\u00e4 ${number}\r\n`,
    );
    for (const raw of raws) dovecot.deliver(owner, raw);
    dovecot.deliver(owner, `Message-ID: <big@x>\r\n\r\n${'x'.repeat(60_000)}\r\n`);
    dovecot.deliver(owner, 'Message-ID: <last@x>\r\n\r\nlast\r\n');
    const client = await openImap(account({ user: owner }), imapTimes);
    const lock = await client.getMailboxLock('INBOX');
    const uids = await findUidsAfter(client, 2);
    expect(uids).toEqual([3, 4, 5, 6, 7, 8, 9]);
    const limits = { maxBytes: 50_000, maxBatchBytes: 1_000_000, maxMails: 4 };
    const first = await fetchMails(client, uids, limits);
    expect(first.readTo).toBe(6);
    expect(first.mails.map(({ raw }) => raw?.toString('utf8'))).toEqual(raws.slice(2, 6));
    const second = await fetchMails(client, uids.slice(4), limits);
    expect(second.mails.map(({ uid, raw }) => [uid, raw === null])).toEqual([
      [7, false],
      [8, true],
      [9, false],
    ]);
    const tight = await fetchMails(client, uids, { ...limits, maxBatchBytes: 10 });
    expect([tight.mails.length, tight.readTo]).toEqual([1, 3]);
    await client.messageDelete('3,4', { uid: true });
    expect(await fetchMails(client, [3, 4], limits)).toEqual({ mails: [], readTo: 4 });
    expect(await findUidsAfter(client, 9)).toEqual([]);
    lock.release();
    await client.logout();
  });

  it('files a message and finds it again by its id, and none that only looks like it', async () => {
    const client = await openImap(account({ user: 'files@mail.test' }), imapTimes);
    await client.append(
      'Sent',
      'Message-ID: <one.two@x>\r\n\r\nhello\r\n',
      ['\\Seen'],
      new Date('2026-01-02T03:04:05Z'),
    );
    expect(await findByMessageId(client, 'Sent', '<one.two@x>')).toBe(1);
    expect(await findByMessageId(client, 'Sent', '<two@x>')).toBeNull();
    await expect(findByMessageId(client, 'Sent', '<x"\r\nA LOGOUT>')).rejects.toThrow('Unquotable');
    expect((await listFolders(client)).length).toBeGreaterThan(3);
    await client.logout();
  });
});
