import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deliverMail } from '@/platform/mail/deliver-mail';
import { closeIdleSessions, smtpTimes, warmUpSession, type SmtpServer } from '@/platform/mail/smtp-session';
import {
  startScriptedSmtpServer,
  startSmtpServer,
  type BreakPoint,
  type ScriptedSmtpServer,
} from '../../../support/smtp';

const message = Buffer.from('Message-ID: <one@brand.example>\r\nSubject: Hi\r\n\r\n.Hello\r\n');
const delivery = { envelope: { from: 'us@brand.example', to: ['a@x.example', 'b@x.example'] }, message };
const never = new AbortController().signal;

function serverAt(url: string): SmtpServer {
  return { url, times: { ...smtpTimes, connectMs: 300, envelopeMs: 300, answerMs: 600 } };
}

describe('deliverMail to a server that breaks off', () => {
  let smtp: ScriptedSmtpServer;
  beforeEach(async () => {
    smtp = await startScriptedSmtpServer();
  });
  afterEach(() => smtp.stop());

  const points: [BreakPoint, string, number][] = [
    ['connect', 'deferred', 0],
    ['greeting', 'deferred', 0],
    ['ehlo', 'deferred', 0],
    ['mail', 'deferred', 0],
    ['rcpt', 'deferred', 0],
    ['data', 'deferred', 0],
    ['middle of data', 'unknown', 0],
    ['end of data', 'unknown', 1],
    ['never', 'accepted', 1],
  ];
  it.each(points)('closing at %s: %s', async (point, outcome, arrived) => {
    smtp.breakAt = point;
    expect(await deliverMail(serverAt(smtp.url), delivery, never)).toMatchObject({ outcome });
    expect(smtp.received).toHaveLength(arrived);
  });

  it.each(points.filter(([point]) => point !== 'never'))('falling silent at %s: %s', async (point, outcome) => {
    smtp.breakAt = point;
    smtp.silent = true;
    expect(await deliverMail(serverAt(smtp.url), delivery, never)).toMatchObject({ outcome });
  });

  it.each<[keyof ScriptedSmtpServer['answers'], string, string]>([
    ['greeting', '421 too busy', 'deferred'],
    ['greeting', '554 not you', 'deferred'],
    ['ehlo', '421 too busy', 'deferred'],
    ['mail', '421 too busy', 'deferred'],
    ['mail', '451 later', 'deferred'],
    ['mail', '550 this sender is not allowed', 'deferred'],
    ['mail', '552 too large', 'refused'],
    ['rcpt', '450 greylisted', 'deferred'],
    ['rcpt', '421 closing', 'deferred'],
    ['rcpt', '550 unknown', 'refused'],
    ['data', '451 later', 'deferred'],
    ['data', '503 no recipients', 'deferred'],
    ['data', '554 spam', 'refused'],
    ['end', '421 closing', 'deferred'],
    ['end', '451 later', 'deferred'],
    ['end', '503 what?', 'deferred'],
    ['end', '554 spam', 'refused'],
    ['end', '354 again', 'unknown'],
    ['end', 'what?', 'unknown'],
  ])('answering to %s: %s is %s', async (step, answer, outcome) => {
    smtp.answers[step] = answer;
    const result = await deliverMail(serverAt(smtp.url), delivery, never);
    expect(result).toMatchObject({ outcome });
    expect(smtp.received).toHaveLength(0);
    if (answer.length > 6) expect(JSON.stringify(result)).toContain(answer);
  });

  it('with pipelining as without', async () => {
    for (const [answers, outcome] of [
      [{ rcpt: '550 unknown' }, 'refused'],
      [{ mail: '451 later' }, 'deferred'],
      [{ data: '451 later' }, 'deferred'],
      [{ end: '554 spam' }, 'refused'],
    ] as const) {
      smtp.answers = { ehlo: '250-test\r\n250 PIPELINING', ...answers };
      expect(await deliverMail(serverAt(smtp.url), delivery, never)).toMatchObject({ outcome });
    }
    expect(smtp.received).toHaveLength(0);
  });

  it('closing a connection that stood idle: another one is opened', async () => {
    const server = serverAt(smtp.url);
    await warmUpSession(server);
    smtp.breakAt = 'mail';
    expect(await deliverMail(server, delivery, never)).toMatchObject({ outcome: 'deferred' });
    expect(smtp.connections).toBe(2);
    smtp.breakAt = 'end of data';
    await warmUpSession(server);
    expect(await deliverMail(server, delivery, never)).toMatchObject({ outcome: 'unknown' });
    expect(smtp.connections).toBe(3);
    expect(smtp.received).toHaveLength(1);
  });

  it('is unknown when it is ended after it began, and deferred before', async () => {
    smtp.silent = true;
    smtp.breakAt = 'end of data';
    const late = AbortSignal.timeout(150);
    expect(await deliverMail(serverAt(smtp.url), delivery, late)).toMatchObject({ outcome: 'unknown' });
    smtp.breakAt = 'rcpt';
    const early = AbortSignal.timeout(150);
    expect(await deliverMail(serverAt(smtp.url), delivery, early)).toMatchObject({ outcome: 'deferred' });
    expect(await deliverMail(serverAt(smtp.url), delivery, AbortSignal.abort())).toMatchObject({ outcome: 'deferred' });
  });

  it('defers while nobody listens', async () => {
    const { url } = smtp;
    await smtp.stop();
    expect(await deliverMail(serverAt(url), delivery, never)).toMatchObject({ outcome: 'deferred' });
  });
});

describe('deliverMail to npm smtp-server', () => {
  let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
  beforeAll(async () => {
    smtp = await startSmtpServer();
  });
  afterAll(async () => {
    closeIdleSessions();
    await smtp.stop();
  });

  it('hands one envelope over for all recipients, byte for byte, over one connection', async () => {
    for (let round = 0; round < 3; round += 1)
      expect(await deliverMail(serverAt(smtp.url), delivery, never)).toMatchObject({
        outcome: 'accepted',
        refusals: [],
      });
    expect(smtp.received).toHaveLength(3);
    expect(smtp.received[0]).toMatchObject({
      from: 'us@brand.example',
      to: ['a@x.example', 'b@x.example'],
      raw: message,
    });
  });

  it('says who was refused, in the words of the server', async () => {
    smtp.behaviour.rcptTo = { 'b@x.example': '550 5.1.1 no such person' };
    expect(await deliverMail(serverAt(smtp.url), delivery, never)).toMatchObject({
      outcome: 'accepted',
      refusals: [{ address: 'b@x.example', response: '550 5.1.1 no such person' }],
    });
    smtp.behaviour.rcptTo['a@x.example'] = '550 5.1.1 moved';
    expect(await deliverMail(serverAt(smtp.url), delivery, never)).toMatchObject({
      outcome: 'refused',
      refusals: [{ address: 'a@x.example' }, { address: 'b@x.example' }],
    });
    smtp.behaviour.rcptTo['a@x.example'] = '450 greylisted';
    expect(await deliverMail(serverAt(smtp.url), delivery, never)).toMatchObject({ outcome: 'deferred' });
  });
});
