import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queueMessageSchema } from '@/features/threads/schemas/queue-message';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { encodeId, newId } from '@/shared/ids';
import { useTestDatabase } from '../../../support/context';
import { createMailingWorkspace, type MailingWorkspace } from '../../../support/messages';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let ours: MailingWorkspace;
beforeAll(async () => {
  database = await useTestDatabase();
  ours = await createMailingWorkspace();
});
afterAll(() => database.close());

async function change(statement: ReturnType<typeof sql>) {
  expect(await inWorkspace(ours.ctx, (tx) => tx.execute(statement))).toBe(1);
}

describe('what a person can type', () => {
  const input = { creatorId: encodeId('creator', newId()), subject: 'a', html: 'a' };
  const ends = ['\r\nBcc: evil@x.example', '\nX: y', 'a\rb', 'a\u0000', '\u2028', 'a\u0085b'];
  it.each<[string, (text: string) => object]>([
    ['subject', (text) => ({ subject: `Hi${text}there` })],
    ['address', (text) => ({ to: `a@x.example${text}b` })],
    ['name of a recipient', (text) => ({ to: { name: `a${text}b`, address: 'a@x.example' } })],
    ['topic', (text) => ({ topic: `a${text}b` })],
  ])('holds no line end in the %s', (_, change) => {
    for (const text of ends) expect(queueMessageSchema.safeParse({ ...input, ...change(text) }).success).toBe(false);
  });

  it('is one line in the headers, whatever the record holds', async () => {
    const creatorId = await ours.addWritable();
    const name = 'Ann\r\nBcc: evil@x.example\u2028x';
    await change(sql`update creator set display_name = ${name} where id = ${creatorId}::uuid`);
    const message = await ours.read((await ours.send(creatorId, { subject: 'For {{creator.displayName}}' })).id);
    expect(message.subject).toBe('For Ann Bcc: evil@x.example x');
    expect(message.recipients).toMatchObject([{ name: 'Ann Bcc: evil@x.example x' }]);
  });

  it('is a name of the big list of naughty strings, sent as it is or refused with a sentence', async () => {
    const strings = JSON.parse(readFileSync('../shared/fixtures/torture/blns.json', 'utf8')) as string[];
    let queued = 0;
    const creatorId = await ours.addWritable();
    for (const name of strings.filter((_, index) => index % 5 === 0)) {
      const parsed = queueMessageSchema.safeParse({ ...input, subject: name, to: { name, address: 'a@x.example' } });
      if (!parsed.success) {
        expect(parsed.error.issues[0]!.message).toMatch(/must/);
        continue;
      }
      await change(sql`update creator set greeting = ${name.trim() || 'x'} where id = ${creatorId}::uuid`);
      const merge = /\{\{|\}\}/.test(name);
      const sent = ours.send(creatorId, { subject: name, to: { name, address: 'a@x.example' } });
      if (merge) await expect(sent).rejects.toMatchObject({ code: 'invalid_input' });
      else expect((await ours.read((await sent).id)).subject).toBe(name.trim());
      queued += 1;
    }
    expect(queued).toBeGreaterThan(80);
  });
});
