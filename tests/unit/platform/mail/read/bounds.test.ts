import { describe, expect, it } from 'vitest';
import { parseMail } from '@/platform/mail/read/parse-mail';
import { tellKind } from '@/platform/mail/read/tell-kind';

async function timed(raw: Buffer | string) {
  const start = performance.now();
  const mail = await parseMail(Buffer.from(raw));
  const kind = tellKind(mail);
  return { mail, kind, seconds: (performance.now() - start) / 1000 };
}

const part = (index: number) =>
  `--b\r\nContent-Type: text/plain; name="f${index}.txt"\r\nContent-Disposition: attachment\r\n\r\n${index}\r\n`;

describe('what a stranger may send', { timeout: 120_000 }, () => {
  it('reads a message of 60 MB', async () => {
    const content = Buffer.alloc(44_000_000, 'x').toString('base64').replace(/.{76}/g, '$&\r\n');
    const raw = `From: a@x.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHello\r\n--b\r\nContent-Type: video/mp4; name=v.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n${content}\r\n--b--\r\n`;
    expect(raw.length).toBeGreaterThan(60_000_000);
    const { mail, seconds } = await timed(raw);
    expect(mail).toMatchObject({ damaged: false, text: 'Hello' });
    expect(mail.attachments).toMatchObject([{ name: 'v.mp4', size: 44_000_000 }]);
    expect(seconds).toBeLessThan(20);
  });

  it('reads the beginning of a larger one, and says so', async () => {
    const { mail, seconds } = await timed(
      Buffer.concat([Buffer.from('Subject: big\r\n\r\nHello\r\n'), Buffer.alloc(70_000_000, 'x ')]),
    );
    expect(mail).toMatchObject({ damaged: true, subject: 'big' });
    expect(mail.text.startsWith('Hello')).toBe(true);
    expect(mail.text.length).toBeLessThan(2_000_000);
    expect(seconds).toBeLessThan(5);
  });

  it('reads 5,000 attachments', async () => {
    const parts = Array.from({ length: 5_000 }, (_, index) => part(index)).join('');
    const { mail, seconds } = await timed(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts}--b--\r\n`);
    expect(mail.damaged).toBe(false);
    expect(mail.attachments.map(({ name }) => name)).toEqual(
      Array.from({ length: 5_000 }, (_, index) => `f${index}.txt`),
    );
    expect(seconds).toBeLessThan(20);
  });

  it.each([
    ['100,000 parts', `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\n.\r\n'.repeat(100_000)}--b--`],
    [
      'nesting without end',
      Array.from(
        { length: 20_000 },
        (_, index) => `Content-Type: multipart/mixed; boundary=b${index}\r\n\r\n--b${index}\r\n`,
      ).join(''),
    ],
    ['messages in messages', 'Content-Type: message/rfc822\r\n\r\n'.repeat(20_000)],
    [
      'nested as deep as is read, and long',
      `${Array.from({ length: 900 }, (_, index) => `Content-Type: multipart/mixed; boundary=b${index}\r\n\r\n--b${index}\r\n`).join('')}\r\n${'-- \r\n'.repeat(200_000)}`,
    ],
    ['a header of megabytes', `Subject: ${'=?utf-8?q?=41?= '.repeat(300_000)}\r\n\r\nx`],
    ['a header of nearly a megabyte', `References: ${'<a@b> '.repeat(150_000)}\r\n\r\nx`],
    ['addresses without end', `To: ${'"a" <a@b.example>, '.repeat(50_000)}\r\n\r\nx`],
    [
      'brackets without end',
      `To: ${'('.repeat(500_000)}\r\nFrom: ${'<'.repeat(200_000)}\r\nSubject: ${'=?'.repeat(200_000)}\r\n\r\nx`,
    ],
    ['a hundred thousand headers', `${'X-A: b\r\n'.repeat(100_000)}\r\nx`],
    ['open tags', `Content-Type: text/html\r\n\r\n${'<b>'.repeat(500_000)}x`],
    ['open quotations', `Content-Type: text/html\r\n\r\n${'<blockquote type=cite><p>'.repeat(200_000)}x`],
    ['attributes', `Content-Type: text/html\r\n\r\n<p ${'style="display:none" '.repeat(200_000)}>x`],
    ['unclosed comments', `Content-Type: text/html\r\n\r\n${'<!--'.repeat(500_000)}<p>x`],
    ['entities', `Content-Type: text/html\r\n\r\n${'&amp'.repeat(1_000_000)}`],
    [
      'a line of megabytes',
      `From: MAILER-DAEMON@x.example\r\nSubject: failure notice\r\n\r\n${'a@b.example '.repeat(500_000)}`,
    ],
    [
      'status without end',
      `Content-Type: message/delivery-status\r\n\r\n${'Final-Recipient: rfc822; a@b.example\r\nStatus: 5.1.1\r\n\r\n'.repeat(50_000)}`,
    ],
    [
      'a report that names everybody',
      `From: MAILER-DAEMON@x.example\r\nSubject: failure notice\r\n\r\nundelivered\r\n${Array.from({ length: 50_000 }, (_, index) => `<a${index}@b.example>:\r\n`).join('')}`,
    ],
    [
      'dates without end',
      `Auto-Submitted: auto-replied\r\nSubject: Out of office\r\n\r\n${'until 5 May back on 1/2 '.repeat(100_000)}`,
    ],
    [
      'a calendar of megabytes',
      `Content-Type: text/calendar\r\n\r\nMETHOD:REPLY\r\n${'ATTENDEE;X=1:mailto:a@b\r\n'.repeat(200_000)}`,
    ],
    ['base64 that is none', `Content-Transfer-Encoding: base64\r\n\r\n${'\u0000=é '.repeat(500_000)}`],
  ])('answers in seconds: %s', async (_name, raw) => {
    const { mail, seconds } = await timed(raw);
    console.info(`${_name}: ${seconds.toFixed(2)} s, damaged ${mail.damaged}`);
    expect(mail.attachments.length).toBeLessThanOrEqual(6_000);
    expect(seconds).toBeLessThan(8);
  });
});
