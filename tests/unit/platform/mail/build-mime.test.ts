import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { simpleParser, type AddressObject } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { buildMime, type OutgoingMail } from '@/platform/mail/build-mime';

const mail: OutgoingMail = {
  messageId: '<0199-one@brand.example>',
  date: new Date('2026-03-04T05:06:07Z'),
  from: { name: 'Ångström & Söhne, "Kreativ"', address: 'team@brand.example' },
  to: [{ name: 'Zoë <x@evil.example>', address: 'zoe@x.example' }],
  cc: [{ name: null, address: 'manager@agency.example' }],
  subject: 'Hello',
  html: '<p>Héllo <b>you</b></p>',
  text: 'Héllo you',
  references: [],
  headers: { 'X-Rapport-Message': 'msg_1' },
  attachments: [],
};

async function parsed(changes: Partial<OutgoingMail>) {
  const raw = await buildMime({ ...mail, ...changes });
  for (const line of String(raw).split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
  expect(/^[\x00-\x7f]*$/.test(raw.toString('latin1'))).toBe(true);
  return simpleParser(raw);
}

describe('buildMime', () => {
  it('says who writes to whom, when, and what', async () => {
    const result = await parsed({});
    expect(result.messageId).toBe(mail.messageId);
    expect(result.date).toEqual(mail.date);
    expect(result.from?.value).toEqual([mail.from]);
    expect(result.replyTo?.value[0]?.address).toBe('team@brand.example');
    expect((result.to as AddressObject).value).toEqual(mail.to);
    expect((result.cc as AddressObject).value).toEqual([{ name: '', address: 'manager@agency.example' }]);
    expect(result.subject).toBe('Hello');
    expect(result.text?.trim()).toBe('Héllo you');
    expect(result.html).toBe(mail.html);
    expect(result.headers.get('x-rapport-message')).toBe('msg_1');
    expect(result.headers.get('content-type')).toMatchObject({ value: 'multipart/alternative' });
  });

  it('is the same, byte for byte, each time it is built', async () => {
    const attachments = [{ name: 'a.bin', contentType: 'application/octet-stream', content: randomBytes(1000) }];
    expect(await buildMime({ ...mail, attachments })).toEqual(await buildMime({ ...mail, attachments }));
  });

  it('carries attachments around the text, whatever their names and bytes', async () => {
    const attachments = [
      'brief.pdf',
      'Übersicht – "final"; (2).pdf',
      '日本語 🎉.txt',
      `${'n'.repeat(180)}.txt`,
      '../../etc/passwd',
    ].map((name, index) => ({ name, contentType: 'application/pdf', content: randomBytes(index * 40_000) }));
    const result = await parsed({ attachments });
    expect(result.headers.get('content-type')).toMatchObject({ value: 'multipart/mixed' });
    expect(result.attachments.map(({ filename }) => filename)).toEqual(attachments.map(({ name }) => name));
    result.attachments.forEach(({ content }, index) => expect(content.equals(attachments[index]!.content)).toBe(true));
    expect(result.html).toBe(mail.html);
  });

  it.each([
    'x'.repeat(998),
    'Ж'.repeat(400),
    '🎉'.repeat(200),
    'مرحبا '.repeat(60).trim(),
    '=?utf-8?Q?not_encoded?=',
    'a\u00adb\u200b c',
  ])('keeps the subject %j', async (subject) => {
    expect((await parsed({ subject })).subject).toBe(subject);
  });

  it.each([
    ['jörg@xn--bcher-kva.example', /<jörg@(xn--bcher-kva|bücher)\.example>/],
    ['joerg@bücher.example', /<joerg@xn--bcher-kva\.example>/],
    ['"a, b"@x.example', /<"a, b"@x\.example>/],
  ])('writes to %s', async (address, expected) => {
    expect(String(await buildMime({ ...mail, to: [{ name: 'Jörg', address }] }))).toMatch(expected);
  });

  it('continues a conversation', async () => {
    const result = await parsed({ references: ['<a@x>', '<b@x>'] });
    expect(result.inReplyTo).toBe('<b@x>');
    expect(result.references).toEqual(['<a@x>', '<b@x>']);
  });

  const hostile = ['\r\nBcc: evil@x.example', '\nBcc: evil@x.example', '\rBcc: x', 'a\u0000b', 'a\u2028b', 'a\u0085b'];
  it.each<[string, (text: string) => Partial<OutgoingMail>]>([
    ['subject', (text) => ({ subject: `Hi${text}` })],
    ['name of the sender', (text) => ({ from: { name: text, address: 'a@x.example' } })],
    ['name of a recipient', (text) => ({ to: [{ name: text, address: 'a@x.example' }] })],
    ['address of a recipient', (text) => ({ cc: [{ name: null, address: `a@x.example${text}` }] })],
    [
      'name of an attachment',
      (text) => ({ attachments: [{ name: text, contentType: 'text/plain', content: Buffer.alloc(0) }] }),
    ],
    [
      'type of an attachment',
      (text) => ({ attachments: [{ name: 'a', contentType: `text/plain${text}`, content: Buffer.alloc(0) }] }),
    ],
    ['reference', (text) => ({ references: [`<a@x>${text}`] })],
    ['header of our own', (text) => ({ headers: { 'X-A': text } })],
  ])('refuses a line end in the %s', async (_, change) => {
    for (const text of hostile)
      await expect(buildMime({ ...mail, ...change(text) })).rejects.toThrow('control character');
  });

  it('lets no name of the big list of naughty strings become a header or another recipient', async () => {
    const strings = JSON.parse(readFileSync('../shared/fixtures/torture/blns.json', 'utf8')) as string[];
    for (const name of strings.filter((text) => !/[\p{Cc}\u2028\u2029\p{Cs}]/u.test(text))) {
      const result = await parsed({ to: [{ name, address: 'a@x.example' }], subject: name });
      const recipients = (result.to as AddressObject).value;
      expect(recipients.map(({ address }) => address)).toEqual(['a@x.example']);
      expect([...result.headers.keys()]).not.toContain('bcc');
    }
  }, 60_000);
});
