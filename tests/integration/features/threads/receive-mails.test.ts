import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMailbox } from '@/features/threads/commands/create-mailbox';
import { receiveMails } from '@/features/threads/receive-mails';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { useTestDatabase } from '../../../support/context';
import { eventsOf } from '../../../support/creators';
import { lookInto, receive, writeMail } from '../../../support/mails';
import { createMailingWorkspace, type MailingWorkspace } from '../../../support/messages';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let here: MailingWorkspace;
const { one, count, thread, sendTo } = lookInto(() => here);
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  here = await createMailingWorkspace();
});

const zoe = 'zoe@x.example';

describe('a reply', () => {
  it('joins its conversation, waits for us and moves the creator on', async () => {
    const creatorId = await here.addWritable({ emails: [{ address: zoe }] });
    const sent = await sendTo(creatorId);
    expect(await thread(sent.threadId)).toMatchObject({ lastDirection: 'outgoing', waitingSince: null });
    const text = `Gladly!\n\nOn Mon, Nov 16, 2026 at 9:00 AM Acme Team <team@acme.example> wrote:\n> shall we talk?`;
    const reply = await receive(here.ctx, here.mailboxId, { headers: { 'In-Reply-To': sent.rfcMessageId }, text });
    expect(reply).toMatchObject({
      threadId: sent.threadId,
      creatorIds: [creatorId],
      kind: 'reply',
      visibleText: 'Gladly!',
      duplicate: false,
    });
    expect(await thread(sent.threadId)).toMatchObject({ state: 'open', lastDirection: 'incoming' });
    expect((await thread(sent.threadId)).waitingSince).not.toBeNull();
    const creator = await one<{ stage: string }>(sql`select stage from creator where id = ${creatorId}::uuid`);
    expect(creator.stage).toBe('in_conversation');
    const [event] = await eventsOf(here.ctx, 'message.received');
    expect(event).toMatchObject({ creatorId, payload: { kind: 'reply', from: zoe } });
  });

  it('joins whichever comes first: an answer that arrives before what it answers', async () => {
    const [first, second] = ['<a@x.example>', '<b@x.example>'];
    const answer = await receive(here.ctx, here.mailboxId, {
      id: second,
      headers: { References: first },
      subject: 'Other words',
    });
    const question = await receive(here.ctx, here.mailboxId, { id: first, from: 'max@y.example', subject: 'Words' });
    expect(question?.threadId).toBe(answer?.threadId);
  });

  it('without references is found by its subject and sender within 30 days, and not after', async () => {
    const at = (day: string) => ({ at: `${day}T10:00:00Z`, subject: 'Summer shoot' });
    const first = await receive(here.ctx, here.mailboxId, at('2026-09-01'));
    const later = await receive(here.ctx, here.mailboxId, { ...at('2026-09-20'), subject: 'RE: summer  shoot' });
    const other = await receive(here.ctx, here.mailboxId, { ...at('2026-09-21'), from: 'max@y.example' });
    const muchLater = await receive(here.ctx, here.mailboxId, at('2026-11-01'));
    expect(later?.threadId).toBe(first?.threadId);
    expect(other?.threadId).not.toBe(first?.threadId);
    expect(muchLater?.threadId).not.toBe(first?.threadId);
  });

  it('through a mailing list is a reply where it refers to our message, and noise where it does not', async () => {
    const list = { 'List-Id': '<team.acme.example>', Precedence: 'list' };
    const { threadId, rfcMessageId } = await sendTo(await here.addWritable({ emails: [{ address: zoe }] }));
    const answer = await receive(here.ctx, here.mailboxId, { headers: { ...list, 'In-Reply-To': rfcMessageId } });
    expect(answer).toMatchObject({ kind: 'reply', threadId });
    const noise = await receive(here.ctx, here.mailboxId, { headers: list, from: 'news@y.example', subject: 'Weekly' });
    expect(noise?.kind).toBe('list');
    expect(await thread(noise?.threadId)).toMatchObject({ state: 'done', triage: false });
  });

  it('opens again what was done; an out-of-office note does not', async () => {
    const creatorId = await here.addWritable({ emails: [{ address: zoe }] });
    const { threadId, rfcMessageId } = await sendTo(creatorId);
    const headers = { 'In-Reply-To': rfcMessageId };
    const finish = () =>
      inWorkspace(here.ctx, (tx) => tx.execute(sql`update thread set state = 'done' where id = ${threadId}::uuid`));
    await finish();
    const away = await receive(here.ctx, here.mailboxId, {
      headers: { ...headers, 'Auto-Submitted': 'auto-replied' },
      subject: 'Out of office: Spring campaign',
      text: 'I am back on 1 December 2026.',
    });
    expect(away).toMatchObject({ kind: 'auto_reply', threadId });
    expect(await thread(threadId)).toMatchObject({ state: 'done', waitingSince: null });
    await receive(here.ctx, here.mailboxId, { headers });
    expect((await thread(threadId)).state).toBe('open');
  });
});

describe('one message', () => {
  it('is kept once, however often and by whatever mailbox it comes, also at the same moment', async () => {
    const other = await inWorkspace(here.workspace.ctx(), (tx) =>
      createMailbox(tx, { brandId: here.workspace.brandId, address: 'press@acme.example', displayName: 'Press' }),
    );
    const raw = writeMail();
    const outcomes = await Promise.all(
      [here.mailboxId, other, here.mailboxId, other].map((mailboxId) => receive(here.ctx, mailboxId, { raw })),
    );
    expect(new Set(outcomes.map((outcome) => outcome?.messageId)).size).toBe(1);
    expect(outcomes.filter((outcome) => !outcome?.duplicate)).toHaveLength(1);
    expect(await count(sql`message`)).toBe(1);
    expect(await count(sql`message_copy`)).toBe(2);
    expect(await eventsOf(here.ctx, 'message.received')).toHaveLength(1);
  });

  it('is another one when the id comes with another sender or another body', async () => {
    const id = '<same@x.example>';
    const first = await receive(here.ctx, here.mailboxId, { id });
    const forged = await receive(here.ctx, here.mailboxId, { id, from: 'mallory@evil.example' });
    const changed = await receive(here.ctx, here.mailboxId, { id, text: 'Send the money elsewhere.' });
    expect(new Set([first, forged, changed].map((outcome) => outcome?.messageId)).size).toBe(3);
    expect([forged?.duplicate, changed?.duplicate]).toEqual([false, false]);
  });

  it('of ours comes back from the sent folder as a copy', async () => {
    const creatorId = await here.addWritable({ emails: [{ address: zoe }] });
    const sent = await sendTo(creatorId);
    const raw = writeMail({
      id: sent.rfcMessageId,
      from: 'team@acme.example',
      to: zoe,
      text: 'as the provider rewrote it',
    });
    const [found] = await receiveMails(here.ctx, {
      mailboxId: here.mailboxId,
      history: false,
      mails: [{ raw, receivedAt: here.ctx.now, sentFolder: true }],
    });
    expect(found).toMatchObject({ messageId: sent.id, duplicate: true });
    expect(await count(sql`message`)).toBe(1);
  });

  it('that somebody sent with another program is outgoing, and answers what waited', async () => {
    const creatorId = await here.addWritable({ emails: [{ address: zoe }] });
    const question = await receive(here.ctx, here.mailboxId, { id: '<q@x.example>', at: '2026-11-20T08:00:00Z' });
    const raw = writeMail({ from: 'team@acme.example', to: zoe, headers: { 'In-Reply-To': '<q@x.example>' } });
    const [answer] = await receiveMails(here.ctx, {
      mailboxId: here.mailboxId,
      history: false,
      mails: [{ raw, receivedAt: new Date('2026-11-20T09:00:00Z'), sentFolder: true }],
    });
    expect(answer).toMatchObject({ threadId: question?.threadId, creatorIds: [creatorId] });
    const row = await one<object>(sql`select direction, state from message where id = ${answer?.messageId}::uuid`);
    expect(row).toEqual({ direction: 'outgoing', state: 'sent' });
    const { waitingSince, firstResponseAt } = await thread(answer?.threadId ?? '');
    expect([waitingSince, firstResponseAt?.toISOString()]).toEqual([null, '2026-11-20T09:00:00.000Z']);
  });

  it('of a hundred in one batch, with repetitions, loses none', async () => {
    const raws = Array.from({ length: 100 }, (_, i) =>
      writeMail({ id: `<${i % 60}@x.example>`, text: `number ${i % 60}` }),
    );
    const mails = raws.map((raw, i) => ({ raw, receivedAt: new Date(Date.UTC(2026, 9, 1, 0, i % 60)) }));
    const outcomes = await receiveMails(here.ctx, { mailboxId: here.mailboxId, history: true, mails });
    expect(outcomes).toHaveLength(100);
    expect(outcomes.filter((outcome) => outcome?.duplicate)).toHaveLength(40);
    expect(await count(sql`message`)).toBe(60);
    expect(await eventsOf(here.ctx, 'message.received')).toEqual([]);
    expect(await eventsOf(here.ctx, 'message.archived')).toHaveLength(60);
  });
});
