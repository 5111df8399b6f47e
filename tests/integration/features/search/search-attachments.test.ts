import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchAction } from '@/app/search';
import type { SearchAnswer, SearchKind } from '@/features/search/schemas/search';
import { readAttachments } from '@/features/threads/subscribers/read-attachments';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { useTestDatabase } from '../../../support/context';
import { receive } from '../../../support/mails';
import { createMailingWorkspace, type MailingWorkspace } from '../../../support/messages';
import { writePdf } from '../../../support/pdf';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let ours: MailingWorkspace;

beforeAll(async () => {
  database = await useTestDatabase();
  ours = await createMailingWorkspace();
});
afterAll(() => database.close());

interface Part {
  name: string;
  type: string;
  bytes: Buffer;
}

let made = 0;

function mailWith(parts: readonly Part[]): Buffer {
  made += 1;
  const files = parts.map(
    ({ name, type, bytes }) =>
      `--b\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\n` +
      `Content-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`,
  );
  return Buffer.from(
    `From: Zoe <zoe@x.example>\r\nTo: team@acme.example\r\nSubject: Papers ${made}\r\nMessage-ID: <papers-${made}@x.example>\r\n` +
      'Date: Fri, 20 Nov 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n' +
      `--b\r\nContent-Type: text/plain\r\n\r\nAttached.\r\n${files.join('')}--b--\r\n`,
  );
}

/** Takes the mail in and lets the worker read its files. */
async function arrive(...parts: Part[]): Promise<string> {
  const ctx = ours.workspace.ctx();
  const outcome = await receive(ctx, ours.mailboxId, { raw: mailWith(parts) });
  const event = { subjectId: outcome!.messageId };
  const tools = { signal: new AbortController().signal, renew: () => Promise.resolve() };
  await readAttachments.run(ctx, { event } as Parameters<typeof readAttachments.run>[1], tools);
  return event.subjectId;
}

async function ask(q: string, kinds: SearchKind[]): Promise<SearchAnswer> {
  const input = searchAction.input.parse({ q, kinds });
  return inWorkspace(ours.workspace.ctx(), (tx) => searchAction.run(tx, input));
}

const pdf = (name: string, ...lines: string[]): Part => ({ name, type: 'application/pdf', bytes: writePdf(lines) });

describe('what is attached', () => {
  it('is found by what it says, as its message and as a file, where it says so', async () => {
    await arrive(pdf('Contract Zoe.pdf', 'The exclusivity period is ninety days.'));
    const [message] = (await ask('"ninety days"', ['message'])).data;
    expect(message).toMatchObject({ title: 'Papers 1', message: { attachments: [{ name: 'Contract Zoe.pdf' }] } });
    expect(message?.marked.detail?.filter(({ match }) => match).map(({ text }) => text)).toEqual(['ninety', 'days']);
    const files = await ask('exclusivity', ['file']);
    expect(files.found).toEqual({ count: 1, more: false });
    expect(files.data).toMatchObject([
      { kind: 'file', title: 'Contract Zoe.pdf', message: { messageId: message?.id } },
    ]);
    expect((await ask('attached', ['file'])).data).toEqual([]);
    expect((await ask('has:contract ninety', ['message'])).data).toHaveLength(1);
    expect((await ask('has:invoice ninety', ['message'])).data).toEqual([]);
    expect((await ask('zoe has:attachment', ['file'])).data.map(({ title }) => title)).toEqual(['Contract Zoe.pdf']);
  });

  it('is read once, whatever it came with, and found with each', async () => {
    const same = pdf('twice.pdf', 'tamarind');
    await arrive(same);
    await receive(ours.workspace.ctx(), ours.mailboxId, { raw: mailWith([same]) });
    expect((await ask('tamarind', ['message'])).data).toHaveLength(2);
    const [kept] = await inWorkspace(ours.workspace.ctx(), (tx) =>
      tx.rows<{ n: number }>(sql`select count(*) as n from file_text where text like '%tamarind%'`),
    );
    expect(kept?.n).toBe(1);
  });

  it('is found by its name alone when it is broken, and is not tried again', async () => {
    const broken = { name: 'kumquat.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7 broken') };
    await arrive(broken, pdf('whole.pdf', 'persimmon'));
    expect((await ask('kumquat', ['file'])).data).toHaveLength(1);
    expect((await ask('persimmon', ['file'])).data).toHaveLength(1);
    const gaps = await inWorkspace(ours.workspace.ctx(), (tx) =>
      tx.rows<{ gap: string | null }>(sql`select gap from file_text where text = ''`),
    );
    expect(gaps).toEqual([{ gap: 'damaged' }]);
  });
});
