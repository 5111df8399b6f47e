import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseEnv } from '@/platform/env/env';
import type { MailServer } from '@/platform/mail/mail-server';
import { testImap, testSmtp } from '@/platform/mail/test-connection';
import { testEnvironment } from '../../../support/context';
import { startScriptedSmtpServer, startSmtpServer } from '../../../support/smtp';

const slot = globalThis as typeof globalThis & { rapportEnv?: ReturnType<typeof parseEnv> };
const user = 'anna@mail.test';
const imapTimes = { connectMs: 1_000, greetingMs: 1_000, answerMs: 5_000, idleMs: 2_000 };
const smtpTimes = { connectMs: 1_000, envelopeMs: 1_000, answerMs: 1_000, idleMs: 1_000 };

beforeAll(() => {
  slot.rapportEnv = parseEnv(testEnvironment('postgres://nobody@127.0.0.1:9/nothing'));
});

describe('what is no IMAP server', () => {
  const servers: Server[] = [];
  afterAll(() => {
    for (const server of servers) server.close();
  });
  async function speak(words: string): Promise<MailServer> {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write(words);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return { host: '127.0.0.1', port, security: 'none', user, login: { password: 'x' } };
  }

  it.each([
    ['220 mail.test ESMTP\r\n', 'wrong_protocol'],
    ['HTTP/1.1 400 Bad Request\r\n\r\n', 'wrong_protocol'],
    ['', 'timeout'],
  ])('is told by its greeting %j', async (greeting, problem) => {
    expect(await testImap(await speak(greeting), imapTimes)).toMatchObject({ ok: false, problem });
  });

  it('is told for SMTP too', async () => {
    expect(await testSmtp(await speak('* OK IMAP4rev1 ready\r\n'), smtpTimes)).toMatchObject({
      ok: false,
      problem: 'wrong_protocol',
    });
    expect(await testSmtp(await speak(''), smtpTimes)).toMatchObject({ ok: false, problem: 'timeout' });
  });
});

describe('an SMTP server', () => {
  const at = (url: string, changes: Partial<MailServer> = {}): MailServer => ({
    ...{ host: '127.0.0.1', port: Number(new URL(url).port), security: 'none', user, login: { password: 'right' } },
    ...changes,
  });

  it('takes a password or a token, and a refused one is named', async () => {
    const server = await startSmtpServer({
      authOptional: false,
      authMethods: ['PLAIN', 'XOAUTH2'],
      onAuth: ({ password, accessToken }, _session, done) => {
        if (password === 'right' || accessToken === 'good-token') done(null, { user });
        else done(new Error('bad credentials'));
      },
    });
    try {
      expect(await testSmtp(at(server.url), smtpTimes)).toEqual({ ok: true });
      expect(await testSmtp(at(server.url, { login: { accessToken: 'good-token' } }), smtpTimes)).toEqual({ ok: true });
      const refused = await testSmtp(at(server.url, { login: { password: 'wrong' } }), smtpTimes);
      expect(refused).toMatchObject({ ok: false, problem: 'login_refused', passing: false });
      const stale = await testSmtp(at(server.url, { login: { accessToken: 'stale' } }), smtpTimes);
      expect(stale).toMatchObject({ ok: false, problem: 'login_refused' });
      expect(await testSmtp(at(server.url, { security: 'tls' }), smtpTimes)).toMatchObject({
        ok: false,
        problem: 'tls_mode',
      });
      expect(await testSmtp(at(server.url, { security: 'starttls' }), smtpTimes)).toMatchObject({
        ok: false,
        problem: 'tls_mode',
      });
    } finally {
      await server.stop();
    }
  });

  it('that wants an app password is understood', async () => {
    const server = await startScriptedSmtpServer();
    server.answers.ehlo = '250-test\r\n250 AUTH PLAIN';
    try {
      const asGoogle =
        '534-5.7.9 Application-specific password required. For more information, go to\r\n534 5.7.9 https://support.google.com/mail/?p=InvalidSecondFactor';
      server.answers.auth = asGoogle;
      const result = await testSmtp(at(server.url), smtpTimes);
      expect(result).toMatchObject({
        ok: false,
        problem: 'app_password_needed',
        message: expect.stringContaining('app password'),
      });
      server.answers.auth = '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.';
      expect(await testSmtp(at(server.url), smtpTimes)).toMatchObject({
        ok: false,
        message: expect.stringContaining('takes no passwords'),
      });
    } finally {
      await server.stop();
    }
  });
});
