import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { parseMail } from '@/platform/mail/read/parse-mail';
import { fixtureFiles, noMailFixtures, noMailFixturesNote, readFixture } from '../../../../support/mail-fixtures';

const raw = (...lines: string[]) => Buffer.from(lines.join('\r\n'));

describe('parseMail', () => {
  it('reads who wrote to whom, when, and in answer to what', async () => {
    const mail = await parseMail(
      raw(
        'Return-Path: <>',
        'Delivered-To: team+ab12@brand.example',
        'X-Original-To: team@brand.example',
        'From: =?utf-8?q?=C3=85ngstr=C3=B6m=2C_Zo=C3=AB?= <zoe@creator.example>',
        'Sender: office@agency.example',
        'Reply-To: zoe@agency.example',
        'To: Team: team@brand.example, =?utf-8?b?U8O2aG5l?= <soehne@brand.example>;',
        'To: second@brand.example',
        'Cc: manager@agency.example',
        'Message-ID: <one@creator.example>',
        'In-Reply-To: <zero@brand.example>',
        'References: <first@brand.example>',
        ' <zero@brand.example> <first@brand.example> nonsense <not-an-id>',
        'Date: Tue, 3 Mar 2026 23:05:06 -0500 (EST)',
        'Subject: =?iso-8859-1?q?Gr=FC=DFe?= =?iso-8859-1?q?_aus_K=F6ln?=',
        'Content-Type: text/plain; charset=iso-8859-1',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'Gr=FC=DFe\r\n',
      ),
    );
    expect(mail).toMatchObject({
      messageId: '<one@creator.example>',
      inReplyTo: ['<zero@brand.example>'],
      references: ['<first@brand.example>', '<zero@brand.example>'],
      from: [{ name: 'Ångström, Zoë', address: 'zoe@creator.example' }],
      sender: [{ name: '', address: 'office@agency.example' }],
      replyTo: [{ name: '', address: 'zoe@agency.example' }],
      cc: [{ name: '', address: 'manager@agency.example' }],
      deliveredTo: ['team+ab12@brand.example', 'team@brand.example'],
      returnPath: '',
      subject: 'Grüße aus Köln',
      date: new Date('2026-03-04T04:05:06Z'),
      text: 'Grüße\n',
      html: null,
      damaged: false,
    });
    expect(mail.to.map(({ name, address }) => `${name}|${address}`)).toEqual([
      '|team@brand.example',
      'Söhne|soehne@brand.example',
      '|second@brand.example',
    ]);
  });

  it('makes text of HTML without scripts, styles and what is hidden', async () => {
    const html =
      '<html><head><title>T</title><style>p{}</style></head><body><div style="display:none">preview</div><p>One &amp; two</p>' +
      '<script>alert(1)</script><div>three<br>four</div><blockquote type="cite">old</blockquote><ul><li>a<li>b</ul></body></html>';
    const mail = await parseMail(raw('Content-Type: text/html', '', html));
    expect(mail.text).toBe('One & two\n\nthree\nfour\n> old\n\n- a\n- b');
    expect(mail.html).toContain('<script>');
  });

  it('keeps attachments with the name and type they claim', async () => {
    const mail = await parseMail(
      raw(
        'Content-Type: multipart/mixed; boundary=x',
        '',
        '--x',
        'Content-Type: text/plain',
        '',
        'Hello',
        '--x',
        'Content-Type: application/octet-stream; name="offer.pdf"',
        'Content-Disposition: attachment',
        '',
        'MZ',
        '--x',
        'Content-Type: application/ms-tnef; name="winmail.dat"',
        '',
        'tnef',
        '--x',
        'Content-Type: image/png',
        'Content-ID: <logo@x>',
        'Content-Disposition: inline',
        '',
        'png',
        '--x',
        'Content-Type: message/rfc822',
        '',
        'Subject: inner',
        '',
        'inner text',
        '--x--',
      ),
    );
    expect(mail.text.trim()).toBe('Hello');
    expect(mail.attachments.map(({ content, ...rest }) => ({ ...rest, content: String(content) }))).toEqual([
      {
        name: 'offer.pdf',
        contentType: 'application/octet-stream',
        size: 2,
        contentId: null,
        inline: false,
        content: 'MZ',
      },
      {
        name: 'winmail.dat',
        contentType: 'application/ms-tnef',
        size: 4,
        contentId: null,
        inline: false,
        content: 'tnef',
      },
      { name: 'part-3.png', contentType: 'image/png', size: 3, contentId: 'logo@x', inline: true, content: 'png' },
      expect.objectContaining({ name: 'part-4.eml', contentType: 'message/rfc822', inline: false }),
    ]);
    expect(mail.reports.original?.headers.get('subject')).toEqual(['inner']);
    expect(mail.reports.original?.text).toBe('inner text');
  });

  it('reads damaged messages as text and says so', async () => {
    const mail = await parseMail(
      raw('Subject: Hi', 'Content-Type: multipart/mixed; boundary=never', '', 'what was meant'),
    );
    expect(mail).toMatchObject({ damaged: true, subject: 'Hi', text: 'what was meant' });
    const header = await parseMail(Buffer.from(`Subject: x\nX-Long: ${'a'.repeat(3_000_000)}\n\nbody`));
    expect(header).toMatchObject({ damaged: true, subject: 'x', text: 'body' });
  });

  it('never takes the present for a date it cannot read', async () => {
    expect((await parseMail(raw('Date: yesterday', '', ''))).date).toBeNull();
    expect((await parseMail(raw('Subject: x', '', ''))).date).toBeNull();
  });

  it('holds nothing PostgreSQL cannot store', async () => {
    const mail = await parseMail(Buffer.from('Subject: a\u0000b\r\nX-\u0000: 1\r\n\r\nc\u0000d\r\ne'));
    expect(mail).toMatchObject({ subject: 'ab', text: 'cd\ne' });
  });

  it('never throws, whatever the bytes', { timeout: 60_000 }, async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'Content-Type: multipart/mixed; boundary="b"\n',
        '--b\n',
        '--b--\n',
        '\n\n',
        'From: ',
        'Subject: =?utf-8?b?',
        '?=',
        '\u0000',
      ),
      fc.constantFrom(
        'Content-Type: message/rfc822\n\n',
        'Content-Type: message/delivery-status\n\n',
        'Content-Type: text/html\n\n<p',
        'References: <',
      ),
      fc.constantFrom(
        'Content-Transfer-Encoding: base64\n',
        'Content-Type: text/plain; charset=utf-7\n\n',
        'Date: 99 Foo 0000',
        ' folded\n',
        ';;<<>>@@,',
      ),
      fc.string({ unit: 'binary' }),
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array)),
      fc.array(piece, { maxLength: 25 }).map((pieces) => Buffer.from(pieces.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (buffer) => {
        const mail = await parseMail(buffer);
        const texts = [
          mail.text,
          mail.html ?? '',
          mail.subject,
          ...[...mail.headers.values()].flat(),
          ...mail.from.map(({ name }) => name),
        ];
        for (const text of texts) expect(/\u0000|\p{Surrogate}/u.test(text)).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('reads every message of the collections', async ({ skip }) => {
    if (noMailFixtures) skip(noMailFixturesNote);
    const files = [...fixtureFiles('email', '.eml'), ...fixtureFiles('bounces', '.eml')];
    const damaged: string[] = [];
    for (const file of files) {
      const mail = await parseMail(readFixture(file));
      const text = `${mail.text}${mail.subject}${mail.attachments.map(({ name }) => name).join('')}`;
      expect(text.trim(), file).not.toBe('');
      if (mail.damaged) damaged.push(file);
    }
    console.info(`parsed ${files.length} messages, of them read as damaged: ${damaged.length}`);
    expect(damaged.length).toBeLessThanOrEqual(files.length * 0.02);
  });

  it('is not slower than the parser it is built on', { timeout: 60_000 }, async ({ skip }) => {
    if (noMailFixtures) skip(noMailFixturesNote);
    const messages = [...fixtureFiles('email', '.eml'), ...fixtureFiles('bounces', '.eml')].map(readFixture);
    const rate = async (parse: (message: Buffer) => Promise<unknown>) => {
      // Seconds of the processor, not of the clock: others run beside the tests.
      const start = process.cpuUsage();
      for (const message of messages) await parse(message).catch(() => undefined);
      const { user, system } = process.cpuUsage(start);
      return messages.length / ((user + system) / 1_000_000);
    };
    const bare = async (message: Buffer) => simpleParser(message);
    await rate(bare);
    await rate(parseMail);
    const rates = {
      own: Math.max(await rate(parseMail), await rate(parseMail)),
      bare: Math.max(await rate(bare), await rate(bare)),
    };
    console.info(
      `parseMail ${rates.own.toFixed(0)}/s, simpleParser ${rates.bare.toFixed(0)}/s, ratio ${(rates.own / rates.bare).toFixed(2)}`,
    );
    expect(rates.own / rates.bare).toBeGreaterThan(0.5);
  });
});
