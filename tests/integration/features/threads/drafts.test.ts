import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { discardDraft } from '@/features/threads/commands/discard-draft';
import { logMessage } from '@/features/threads/commands/log-message';
import { saveDraft } from '@/features/threads/commands/save-draft';
import { sendDraft } from '@/features/threads/commands/send-draft';
import { takeBackMessage } from '@/features/threads/commands/take-back-message';
import { writeNote } from '@/features/threads/commands/write-note';
import { getDraft } from '@/features/threads/queries/get-draft';
import { getThread } from '@/features/threads/queries/get-thread';
import { saveDraftSchema } from '@/features/threads/schemas/draft';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { encodeId, newId } from '@/shared/ids';
import { carryOutDue } from '@/worker/due-scans';
import { createTestWorkspace, useTestDatabase } from '../../../support/context';
import { eventsOf, refusalOf } from '../../../support/creators';
import { receive } from '../../../support/mails';
import { createMailingWorkspace, type MailingWorkspace } from '../../../support/messages';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let here: MailingWorkspace;
let threadId: string;
let creatorId: string;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  here = await createMailingWorkspace();
  creatorId = await here.addWritable({ emails: [{ address: 'first@x.example' }, { address: 'zoe@x.example' }] });
  threadId = (await receive(here.ctx, here.mailboxId))?.threadId ?? '';
});

const run = <T>(work: (tx: Tx) => Promise<T>, ctx = here.ctx) => inWorkspace(ctx, work);
const save = (html: string, changes: object = {}, ctx = here.ctx) =>
  run((tx) => saveDraft(tx, saveDraftSchema.parse({ threadId: encodeId('thread', threadId), html, ...changes })), ctx);
const draft = (ctx = here.ctx) => run((tx) => getDraft(tx, { id: threadId }), ctx);
const read = () => run((tx) => getThread(tx, threadId));
const inTenSeconds = () => new Date(Date.now() + 10_000);

describe('a draft', () => {
  it('is shared, changes only on what it was written on, and loses nobody’s words', async () => {
    const manager = here.workspace.ctx('manager');
    const { id, version } = await save('<p>Dear <script>alert(1)</script>Zoë</p>');
    expect(await draft(manager)).toMatchObject({
      html: '<p>Dear Zoë</p>',
      version: 1,
      author: { name: 'Acme marketer' },
    });
    expect(await save('<p>Hi</p>', { version }, manager)).toEqual({ id, version: 2 });
    const stale = await refusalOf(save('<p>Mine</p>', { version }));
    expect(stale).toMatchObject({
      code: 'conflict',
      details: {
        reason: 'stale_draft',
        extra: { draft: { html: '<p>Hi</p>', version: 2, authorName: 'Acme manager' } },
      },
    });
    expect((await refusalOf(save('<p>Also first</p>'))).details.reason).toBe('stale_draft');
    expect(await draft()).toMatchObject({ html: '<p>Hi</p>' });
    expect((await read()).messages.data).toHaveLength(1);
    expect(await read()).toMatchObject({ hasDraft: true, last: { direction: 'incoming' } });
    expect(await here.countEvents('message.drafted', id)).toBe(1);
  });

  it('is begun once by two at once', async () => {
    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((text) => save(`<p>${text}</p>`)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('goes to who wrote, from the mailbox they wrote to, once, and only in its time', async () => {
    const { id, version } = await save('<p>{{creator.greeting}}, yes.</p>');
    const sendAt = inTenSeconds();
    await Promise.all([1, 2].map(() => run((tx) => sendDraft(tx, { id, version, sendAt }))));
    expect(await here.read(id)).toMatchObject({
      state: 'queued',
      subject: 'Re: Hello',
      html: '<p>Hi Zoë, yes.</p>',
      from: { address: 'team@acme.example' },
      recipients: [{ address: 'zoe@x.example' }],
      sendAt: sendAt.toISOString(),
    });
    expect(await here.countEvents('message.scheduled', id)).toBe(1);
    expect(await here.countEvents('message.queued', id)).toBe(0);
    await carryOutDue({ now: () => new Date(sendAt.getTime() - 1) });
    expect(await here.countEvents('message.queued', id)).toBe(0);
    const due = { now: () => sendAt };
    await Promise.all([carryOutDue(due), carryOutDue(due), carryOutDue(due)]);
    expect(await here.countEvents('message.queued', id)).toBe(1);
    expect((await refusalOf(run((tx) => takeBackMessage(tx, { messageId: id })))).code).toBe('invalid_state');
  });

  it('is one again when it is taken back in time, with every word, and is sent after all', async () => {
    const { id, version } = await save('<p>Too early</p>', { to: [{ name: 'Ben', address: 'ben@x.example' }] });
    await run((tx) => sendDraft(tx, { id, version, sendAt: inTenSeconds() }));
    await run((tx) => takeBackMessage(tx, { messageId: id }));
    await run((tx) => takeBackMessage(tx, { messageId: id }));
    expect(await draft()).toMatchObject({ html: '<p>Too early</p>', state: 'draft', sendAt: null });
    await carryOutDue({ now: () => new Date(Date.now() + 60_000) });
    expect(await here.countEvents('message.queued', id)).toBe(0);
    await run((tx) => sendDraft(tx, { id }));
    expect(await here.read(id)).toMatchObject({ state: 'queued', recipients: [{ address: 'ben@x.example' }] });
    expect(await here.countEvents('message.queued', id)).toBe(1);
  });

  it('is not sent stale, discarded or from another workspace', async () => {
    const { id, version } = await save('<p>One</p>');
    await save('<p>Two</p>', { version });
    expect((await refusalOf(run((tx) => sendDraft(tx, { id, version })))).details.reason).toBe('stale_draft');
    const other = await createTestWorkspace();
    expect((await refusalOf(inWorkspace(other.ctx(), (tx) => sendDraft(tx, { id })))).code).toBe('not_found');
    await run((tx) => discardDraft(tx, { id }));
    expect((await refusalOf(run((tx) => sendDraft(tx, { id })))).code).toBe('invalid_state');
    expect(await draft()).toBeNull();
    expect((await read()).messages.data).toHaveLength(1);
    expect((await save('<p>Anew</p>')).version).toBe(1);
  });
});

describe('a note', () => {
  const mention = (id: string) => `<p>See <span data-type="mention" data-id="${id}" data-label="Lea">@Lea</span></p>`;

  it('is for colleagues only: no recipients, never queued, with whom it mentions', async () => {
    const person = encodeId('membership', here.workspace.members.legal.membershipId);
    const draftId = newId();
    const ids = await Promise.all(
      [1, 2].map(() => run((tx) => writeNote(tx, { id: threadId, html: mention(person), draftId }))),
    );
    expect(new Set(ids).size).toBe(1);
    const [note] = (await read()).messages.data;
    expect(note).toMatchObject({
      direction: 'internal',
      kind: 'note',
      state: 'noted',
      recipients: [],
      mailboxId: null,
    });
    expect(await eventsOf(here.ctx, 'thread.noted')).toMatchObject([
      { subjectId: threadId, creatorId, payload: { mentions: [person], excerpt: 'See @Lea' } },
    ]);
    expect(await eventsOf(here.ctx, 'message.queued')).toEqual([]);
    expect(await read()).toMatchObject({ lastDirection: 'incoming' });
  });

  it('mentions nobody who is not of the workspace, and leaves nothing then', async () => {
    const other = await createTestWorkspace();
    const stranger = encodeId('membership', other.members.admin.membershipId);
    expect((await refusalOf(run((tx) => writeNote(tx, { id: threadId, html: mention(stranger) })))).code).toBe(
      'invalid_input',
    );
    expect((await read()).messages.data).toHaveLength(1);
  });
});

describe('what is written down by hand', () => {
  it('stands in the conversation of its channel, and waits on us as if it had come in', async () => {
    const log = (text: string, direction: 'incoming' | 'outgoing', changes: object = {}) =>
      run((tx) => logMessage(tx, { creatorId, channel: 'instagram', direction, text, ...changes }));
    const first = await here.read(await log('Saw your <b>story</b>\nLove it', 'incoming'));
    expect(first).toMatchObject({ state: 'received', visibleText: 'Saw your <b>story</b>\nLove it' });
    const second = await here.read(await log('Thanks!', 'outgoing', { at: here.ctx.now }));
    expect(second).toMatchObject({ state: 'sent', threadId: first.threadId, html: '<p>Thanks!</p>' });
    const refusal = await refusalOf(log('Later', 'incoming', { at: new Date(Date.now() + 60_000) }));
    expect(refusal).toMatchObject({ code: 'invalid_input', details: { fields: [{ path: 'at' }] } });
    expect(await eventsOf(here.ctx, 'message.queued')).toEqual([]);
    expect(await eventsOf(here.ctx, 'message.logged')).toHaveLength(2);
  });
});
