import { createHash } from 'node:crypto';
import { buildMime } from '@/platform/mail/build-mime';

const words =
  'campaign reel story fee usage draft spring serum launch parcel invoice contract audience brief light schedule'.split(
    ' ',
  );

/**
 * Mails as creators write them: text and HTML with what they quote, in conversations of four, every tenth with a file
 * of 40 kB. The same numbers give the same mails.
 */
export async function writeBenchMails(count: number, from: number): Promise<Buffer[]> {
  const mails: Buffer[] = [];
  for (let n = from; n < from + count; n += 1) mails.push(await writeBenchMail(n));
  return mails;
}

function writeBenchMail(n: number): Promise<Buffer> {
  const first = n - (n % 4);
  const sentence = (seed: number) =>
    Array.from({ length: 14 }, (_, i) => words[(seed * 7 + i * 5) % words.length]).join(' ');
  const said = Array.from({ length: 4 }, (_, i) => `${sentence(n + i)}.`).join('\n\n');
  const quoted = Array.from({ length: 12 }, (_, i) => `> ${sentence(n + 40 + i)}`).join('\n');
  const text = `${said}\n\nPerson ${n}\n\nOn Mon, Nov 2, 2026 at 9:00 AM Team <team@bench.example> wrote:\n${quoted}\n`;
  const html = `<div>${said.replaceAll('\n\n', '<br><br>')}</div><blockquote type="cite">${quoted.replaceAll('> ', '').replaceAll('\n', '<br>')}</blockquote>`;
  const id = (number: number) => `<bench-${number}@mail${number % 50}.example.com>`;
  return buildMime({
    messageId: id(n),
    date: new Date(Date.UTC(2026, 9, 1) + n * 60_000),
    from: { name: `Person ${first}`, address: `p${first}@mail${first % 50}.example.com` },
    to: [{ name: 'Team', address: 'team@bench.example' }],
    cc: [],
    subject: `${n === first ? '' : 'Re: '}About the ${words[n % words.length] ?? ''} ${first}`,
    html,
    text,
    references: n === first ? [] : [id(first)],
    headers: {},
    attachments:
      n % 10 === 0 ? [{ name: `invoice-${n}.pdf`, contentType: 'application/pdf', content: noise(n, 40_000) }] : [],
  });
}

/** Bytes that no other number gives, so that no storage keeps them once for all. */
function noise(n: number, size: number): Buffer {
  const block = createHash('sha512').update(String(n)).digest();
  return Buffer.concat(Array.from({ length: Math.ceil(size / block.length) }, () => block)).subarray(0, size);
}
