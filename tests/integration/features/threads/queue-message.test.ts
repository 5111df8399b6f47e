import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContact } from '@/features/creators/commands/create-contact';
import { linkContact } from '@/features/creators/commands/link-contact';
import { createContactSchema, linkContactBodySchema } from '@/features/creators/schemas/contact';
import { cancelMessage } from '@/features/threads/commands/cancel-message';
import { createMailbox } from '@/features/threads/commands/create-mailbox';
import { findMailboxes } from '@/features/threads/queries/find-mailboxes';
import { findMessages } from '@/features/threads/queries/find-messages';
import { previewMessage } from '@/features/threads/queries/preview-message';
import { composeMessageSchema } from '@/features/threads/schemas/queue-message';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { createStoredFile } from '@/platform/storage/create-stored-file';
import { encodeId, newId } from '@/shared/ids';
import { useTestDatabase } from '../../../support/context';
import { eventsOf, refusalOf } from '../../../support/creators';
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

async function addContact(creatorId: string, link: { routing: string; topics?: string[] }, address: string | null) {
  const contact = createContactSchema.parse({
    name: `Contact ${address}`,
    emails: address === null ? [] : [{ address }],
  });
  return inWorkspace(ours.ctx, async (tx) => {
    const contactId = await createContact(tx, contact);
    await linkContact(tx, { creatorId, contactId, ...linkContactBodySchema.parse(link) });
    return contactId;
  });
}

describe('queueMessage', () => {
  it('addresses, fills, cleans and freezes the message, with its event', async () => {
    const creatorId = await ours.addWritable({ displayName: 'Ann <b>', greeting: 'Hi "Ann" <3' });
    const { id, rfcMessageId } = await ours.send(creatorId, {
      subject: 'For {{creator.displayName}}',
      html: '<p>{{ creator.greeting }},</p><script>alert(1)</script><img src="https://home.example/x.gif"><p onclick="x()">{{sender.name}}</p>',
    });
    const message = await ours.read(id);
    expect(rfcMessageId).toBe(`<${id}@acme.example>`);
    expect(message).toMatchObject({
      state: 'queued',
      subject: 'For Ann <b>',
      html: '<p>Hi &quot;Ann&quot; &lt;3,</p><p>Acme marketer</p>',
      text: 'Hi "Ann" <3,\n\nAcme marketer',
      from: { name: 'Acme Team', address: 'team@acme.example' },
      recipients: [{ kind: 'to', name: 'Ann <b>', state: 'pending' }],
      author: { name: 'Acme marketer' },
      handedOverAt: null,
    });
    const event = (await eventsOf(ours.ctx, 'message.queued')).find(({ subjectId }) => subjectId === id);
    expect(event).toMatchObject({ creatorId, payload: { subject: 'For Ann <b>', cc: [], attachments: [] } });
    for (const column of ['subject', 'html', 'text', 'rfc_message_id', 'from_name', 'from_address']) {
      const forged = inWorkspace(ours.ctx, (tx) =>
        tx.db.$executeRawUnsafe(`update message set ${column} = 'x' where id = '${id}'`),
      );
      await expect(forged).rejects.toThrow(/frozen/);
    }
  });

  it('names every field that is unknown or empty, and sends nothing with one', async () => {
    const creatorId = await ours.addWritable({ greeting: null, givenName: null });
    const html = '<p>Hi {{creator.givenName}},</p><p>{{creator.shoeSize}} {{creator.<b>greeting</b>}} {{brand.name</p>';
    const input = { creatorId: encodeId('creator', creatorId), subject: '{{creator.greeting}}', html };
    const preview = await inWorkspace(ours.ctx, (tx) => previewMessage(tx, composeMessageSchema.parse(input)));
    expect(preview.problems.map(({ problem, field }) => [problem, field])).toEqual([
      ['empty_field', 'creator.greeting'],
      ['empty_field', 'creator.givenName'],
      ['unknown_field', 'creator.shoeSize'],
      ['unknown_field', 'creator. greeting'],
      ['unknown_field', '{{'],
    ]);
    const refusal = await refusalOf(ours.send(creatorId, { html: 'Hi {{creator.givenName}},' }));
    expect(refusal).toMatchObject({ code: 'invalid_input', details: { reason: 'empty_field' } });
    expect((await inWorkspace(ours.ctx, (tx) => findMessages(tx, { creatorId, limit: 10 }))).data).toEqual([]);
  });

  it('does not read a value as a template, nor as markup', async () => {
    const creatorId = await ours.addWritable({ greeting: '{{sender.address}} <script>x</script> &amp;' });
    const { id } = await ours.send(creatorId, { html: '<p>{{creator.greeting}}</p>' });
    expect((await ours.read(id)).html).toBe('<p>{{sender.address}} &lt;script&gt;x&lt;/script&gt; &amp;amp;</p>');
  });

  it.each<[string, string, (id: string) => ReturnType<typeof sql>]>([
    [
      'do_not_contact',
      'on do-not-contact',
      (id) => sql`update creator set do_not_contact = true where id = ${id}::uuid`,
    ],
    ['minor_without_guardian', 'a minor', (id) => sql`update creator set is_minor = true where id = ${id}::uuid`],
    ['archived', 'archived', (id) => sql`update creator set archived_at = now() where id = ${id}::uuid`],
    [
      'no_address',
      'without an address',
      (id) => sql`update email_address set archived_at = now() where creator_id = ${id}::uuid`,
    ],
  ])('refuses %s: a creator %s, also with an address of the writer’s choice', async (reason, _, statement) => {
    const creatorId = await ours.addWritable();
    await change(statement(creatorId));
    expect(await refusalOf(ours.send(creatorId))).toMatchObject({ code: 'invalid_state', details: { reason } });
    if (reason !== 'no_address')
      expect(await refusalOf(ours.send(creatorId, { to: 'x@y.example' }))).toMatchObject({ details: { reason } });
  });

  it('writes to those who stand in on the topic, and copies those who want to know', async () => {
    const creatorId = await ours.addWritable();
    await addContact(creatorId, { routing: 'instead', topics: ['Contracts'] }, 'lawyer@x.example');
    await addContact(creatorId, { routing: 'copied' }, 'assistant@x.example');
    await addContact(creatorId, { routing: 'none' }, 'uncle@x.example');
    const addressed = async (changes: object) => {
      const { recipients } = await ours.read((await ours.send(creatorId, changes)).id);
      return recipients.map(({ kind, address }) => `${kind} ${address?.replace(/^zoe-.*@/, 'zoe@')}`);
    };
    expect(await addressed({})).toEqual(['to zoe@x.example', 'cc assistant@x.example']);
    expect(await addressed({ topic: 'contracts' })).toEqual(['to lawyer@x.example', 'cc assistant@x.example']);
    expect(await addressed({ topic: 'shipping' })).toEqual(['to zoe@x.example', 'cc assistant@x.example']);
    expect(await addressed({ to: ['A@b.example', { name: 'A', address: 'a@B.example' }, 'c@bücher.example'] })).toEqual(
      ['to A@b.example', 'to c@xn--bcher-kva.example'],
    );
  });

  it('does not go around a contact who stands in but has no address', async () => {
    const creatorId = await ours.addWritable();
    await addContact(creatorId, { routing: 'instead' }, null);
    expect(await refusalOf(ours.send(creatorId))).toMatchObject({ details: { reason: 'no_address' } });
  });

  it('writes to the guardian of a minor, who sees whatever else is written', async () => {
    const creatorId = await ours.addWritable();
    const guardianId = await addContact(creatorId, { routing: 'none' }, 'mother@x.example');
    await change(
      sql`update creator set is_minor = true, guardian_id = ${guardianId}::uuid where id = ${creatorId}::uuid`,
    );
    const first = await ours.read((await ours.send(creatorId)).id);
    expect(first.recipients).toMatchObject([{ kind: 'to', address: 'mother@x.example' }]);
    const second = await ours.read((await ours.send(creatorId, { to: 'child@x.example' })).id);
    expect(second.recipients).toMatchObject([
      { kind: 'to', address: 'child@x.example' },
      { kind: 'cc', address: 'mother@x.example' },
    ]);
  });

  it('queues a draft once, whoever clicks twice, also at once', async () => {
    const creatorId = await ours.addWritable();
    const draftId = newId();
    const all = await Promise.all(Array.from({ length: 8 }, () => ours.send(creatorId, { draftId })));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect((await ours.send(creatorId, { draftId })).id).toBe(all[0]!.id);
    expect(await ours.countEvents('message.queued', all[0]!.id)).toBe(1);
    expect((await ours.send(creatorId, { draftId: newId() })).id).not.toBe(all[0]!.id);
  });

  it('continues a conversation with the same creator and no other', async () => {
    const creatorId = await ours.addWritable();
    const { threadId } = await ours.read((await ours.send(creatorId)).id);
    expect((await ours.read((await ours.send(creatorId, { threadId })).id)).threadId).toBe(threadId);
    const other = await ours.addWritable();
    expect(await refusalOf(ours.send(other, { threadId }))).toMatchObject({ code: 'not_found' });
  });

  it('attaches files of the workspace, within the limit', async () => {
    const creatorId = await ours.addWritable();
    const store = (workspace: MailingWorkspace, size: number) =>
      inWorkspace(workspace.ctx, async (tx) =>
        encodeId(
          'file',
          await createStoredFile(tx, { hash: 'a'.repeat(64), size, name: 'a.pdf', contentType: 'application/pdf' }),
        ),
      );
    const small = await store(ours, 10);
    const { id } = await ours.send(creatorId, { fileIds: [small, small] });
    expect((await ours.read(id)).attachments).toMatchObject([{ name: 'a.pdf', size: 10 }, { name: 'a.pdf' }]);
    const large = await store(ours, 20 * 1024 * 1024);
    expect(await refusalOf(ours.send(creatorId, { fileIds: [large, large] }))).toMatchObject({
      code: 'limit_exceeded',
    });
    const theirs = await store(await createMailingWorkspace(), 10);
    for (const fileId of [theirs, encodeId('file', newId())])
      expect(await refusalOf(ours.send(creatorId, { fileIds: [fileId] }))).toMatchObject({ code: 'not_found' });
  });

  it('takes mailboxes, creators and brands of its own workspace only, and within the scope', async () => {
    const theirs = await createMailingWorkspace();
    const creatorId = await ours.addWritable();
    expect(await refusalOf(ours.send(await theirs.addWritable()))).toMatchObject({ code: 'not_found' });
    const mailboxId = encodeId('mailbox', theirs.mailboxId);
    expect(await refusalOf(ours.send(creatorId, { mailboxId }))).toMatchObject({ code: 'not_found' });
    const narrowed = ours.workspace.ctx('marketer', { scope: { brandIds: [newId()], campaignIds: 'all' } });
    expect(await inWorkspace(narrowed, findMailboxes)).toEqual([]);
    const { id } = await ours.send(creatorId);
    const read = inWorkspace(narrowed, async (tx) => (await findMessages(tx, { creatorId, limit: 10 })).data);
    expect(await read).toEqual([]);
    const cancel = inWorkspace(narrowed, (tx) => cancelMessage(tx, { messageId: id }));
    expect(await refusalOf(cancel)).toMatchObject({ code: 'not_found' });
  });

  it('shows no addresses to who may not see personal data', async () => {
    const creatorId = await ours.addWritable();
    await ours.send(creatorId);
    const blind = ours.workspace.ctx('viewer', { fields: { money: true, personal: false } });
    const { data } = await inWorkspace(blind, (tx) => findMessages(tx, { creatorId, limit: 10 }));
    expect(data[0]!.recipients).toMatchObject([{ address: null }]);
    const input = composeMessageSchema.parse({ creatorId: encodeId('creator', creatorId), subject: 'a', html: 'a' });
    expect((await inWorkspace(blind, (tx) => previewMessage(tx, input))).to).toMatchObject([{ address: null }]);
  });

  it('cancels what no worker has taken, once', async () => {
    const { id } = await ours.send(await ours.addWritable());
    for (let round = 0; round < 2; round += 1)
      await inWorkspace(ours.ctx, (tx) => cancelMessage(tx, { messageId: id }));
    expect((await ours.read(id)).state).toBe('cancelled');
    expect(await ours.countEvents('message.cancelled', id)).toBe(1);
  });

  it('pages through the messages, newest first', async () => {
    const creatorId = await ours.addWritable();
    const sent: string[] = [];
    for (let index = 0; index < 5; index += 1) sent.unshift(encodeId('message', (await ours.send(creatorId)).id));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await inWorkspace(ours.ctx, (tx) => findMessages(tx, { creatorId, limit: 2, cursor }));
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(sent);
    const forged = Buffer.from(JSON.stringify(["2026-01-01 00:00:00+00'; drop", newId()])).toString('base64url');
    const read = inWorkspace(ours.ctx, (tx) => findMessages(tx, { limit: 2, cursor: forged }));
    expect(await refusalOf(read)).toMatchObject({ code: 'invalid_input' });
  });

  it('makes one mailbox of an address', async () => {
    const input = { brandId: ours.workspace.brandId, address: 'team@acme.example', displayName: 'Other' };
    expect(await inWorkspace(ours.workspace.ctx(), (tx) => createMailbox(tx, input))).toBe(ours.mailboxId);
    expect(await inWorkspace(ours.ctx, findMailboxes)).toMatchObject([
      { address: 'team@acme.example', brandName: 'Acme brand' },
    ]);
  });
});
