import { randomBytes } from 'node:crypto';
import type { AddressObject } from 'mailparser';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { cancelMessage } from '@/features/threads/commands/cancel-message';
import { retryMessage } from '@/features/threads/commands/retry-message';
import { sendMessage } from '@/features/threads/subscribers/send-message';
import { getCreator } from '@/features/creators/queries/get-creator';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { closeIdleSessions } from '@/platform/mail/smtp-session';
import { createStoredFile } from '@/platform/storage/create-stored-file';
import { putFile } from '@/platform/storage/put-file';
import { encodeId } from '@/shared/ids';
import { runWorker, type RunningWorker } from '@/worker/run-worker';
import { useTestDatabase } from '../../../support/context';
import { refusalOf } from '../../../support/creators';
import { eventually } from '../../../support/events';
import { createMailingWorkspace, type MailingWorkspace } from '../../../support/messages';
import { describeOnBothBackends, type TestQueueHome } from '../../../support/queue-backends';
import { startSmtpServer } from '../../../support/smtp';

const port = 4700 + (process.pid % 45);
let database: Awaited<ReturnType<typeof useTestDatabase>>;
let ours: MailingWorkspace;
beforeAll(async () => {
  database = await useTestDatabase();
  process.env['SMTP_URL'] = `smtp://127.0.0.1:${port}`;
  ours = await createMailingWorkspace();
});
afterEach(() => closeIdleSessions());
afterAll(() => database.close());

describeOnBothBackends('a message through a real mail server', (openHome) => {
  let place: TestQueueHome;
  let worker: RunningWorker;
  let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
  beforeAll(async () => {
    place = await openHome(database.appUrl);
    smtp = await startSmtpServer({ port });
    worker = runWorker({ subscribers: [sendMessage], queue: place.home });
  });
  afterAll(async () => {
    await worker.stop();
    closeIdleSessions();
    await smtp.stop();
    await place.stop();
  });

  it('arrives as it was written, and the record says so', async () => {
    const content = randomBytes(300_000);
    const stored = await putFile(ours.ctx, [content], 1e6);
    const fileId = await inWorkspace(ours.ctx, (tx) =>
      createStoredFile(tx, { ...stored, name: 'Brief – „final“.pdf', contentType: 'application/pdf' }),
    );
    const creatorId = await ours.addWritable({ displayName: 'Zoë Ødegård' });
    const subject = `Frühjahr 🌷 ${'lang '.repeat(40).trim()}`;
    const { id, rfcMessageId } = await ours.send(creatorId, { subject, fileIds: [encodeId('file', fileId)] });
    const message = await ours.settled(id);

    expect(message).toMatchObject({ state: 'sent', serverResponse: expect.stringMatching(/^250/), failure: null });
    expect(message.recipients).toMatchObject([{ state: 'accepted' }]);
    const index = smtp.received.findIndex(({ messageId }) => `<${messageId}>` === rfcMessageId);
    expect(smtp.received[index]!.to).toEqual(message.recipients.map(({ address }) => address));
    const mail = await smtp.parse(index);
    expect(mail.messageId).toBe(rfcMessageId);
    expect(mail.subject).toBe(subject);
    expect(mail.from?.value).toEqual([{ name: 'Acme Team', address: 'team@acme.example' }]);
    expect((mail.to as AddressObject).value).toMatchObject([{ name: 'Zoë Ødegård' }]);
    expect(mail.date?.getTime()).toBe(Math.floor(Date.parse(message.handedOverAt!) / 1000) * 1000);
    expect(mail.headers.get('x-rapport-message')).toBe(message.id);
    expect(mail.html).toBe('<p>Hi Zoë,</p><p>shall we talk?</p><p>Acme marketer, Acme brand</p>');
    expect(mail.text?.trim()).toBe('Hi Zoë,\n\nshall we talk?\n\nAcme marketer, Acme brand');
    expect(mail.attachments).toHaveLength(1);
    expect(mail.attachments[0]!.filename).toBe('Brief – „final“.pdf');
    expect(mail.attachments[0]!.content.equals(content)).toBe(true);

    expect(await ours.countEvents('message.sent', id)).toBe(1);
    const creator = await inWorkspace(ours.ctx, (tx) => getCreator(tx, creatorId));
    expect(creator).toMatchObject({ stage: 'contacted', lastContactedAt: message.sentAt });
  });

  it('goes on in its conversation', async () => {
    const creatorId = await ours.addWritable();
    const first = await ours.send(creatorId);
    const { threadId } = await ours.settled(first.id);
    const second = await ours.send(creatorId, { threadId });
    await ours.settled(second.id);
    const mail = await smtp.parse(smtp.received.findIndex(({ messageId }) => `<${messageId}>` === second.rfcMessageId));
    expect([mail.inReplyTo, mail.references].flat()).toEqual([first.rfcMessageId, first.rfcMessageId]);
  });

  it('is one envelope; who was refused is said, in the words of the server', async () => {
    smtp.behaviour.rcptTo = { 'gone@x.example': '550 5.1.1 moved away' };
    const to = ['gone@x.example', 'here@x.example'];
    const { id, rfcMessageId } = await ours.send(await ours.addWritable(), { to });
    expect((await ours.settled(id)).recipients).toMatchObject([
      { address: 'gone@x.example', state: 'rejected', response: '550 5.1.1 moved away' },
      { address: 'here@x.example', state: 'accepted' },
    ]);
    expect(smtp.received.filter(({ messageId }) => `<${messageId}>` === rfcMessageId)).toMatchObject([
      { to: ['here@x.example'] },
    ]);
  });

  it('fails when nobody takes it, and is sent once after a person tried again', async () => {
    smtp.behaviour.rcptTo = { 'full@x.example': '552 5.2.2 mailbox full' };
    const { id, rfcMessageId } = await ours.send(await ours.addWritable(), { to: 'full@x.example' });
    expect(await ours.settled(id)).toMatchObject({
      state: 'failed',
      recipients: [{ state: 'rejected', response: '552 5.2.2 mailbox full' }],
    });
    delete smtp.behaviour.rcptTo;
    await Promise.all([1, 2, 3].map(() => inWorkspace(ours.ctx, (tx) => retryMessage(tx, { messageId: id }))));
    expect(await eventually(async () => ((await ours.read(id)).state === 'sent' ? ours.read(id) : null))).toMatchObject(
      {
        failure: null,
        recipients: [{ state: 'accepted' }],
      },
    );
    expect(smtp.counts().get(rfcMessageId.slice(1, -1))).toBe(1);
    expect(await ours.countEvents('message.retried', id)).toBe(1);
    expect(await refusalOf(inWorkspace(ours.ctx, (tx) => retryMessage(tx, { messageId: id })))).toMatchObject({
      code: 'invalid_state',
    });
    expect(await refusalOf(inWorkspace(ours.ctx, (tx) => cancelMessage(tx, { messageId: id })))).toMatchObject({
      code: 'invalid_state',
    });
  });

  it('waits where the server says later, and shows why', async () => {
    smtp.behaviour.afterData = '451 4.7.1 greylisted';
    const { id, rfcMessageId } = await ours.send(await ours.addWritable());
    const waiting = await eventually(async () => {
      const message = await ours.read(id);
      return message.state === 'queued' && message.failure ? message : null;
    });
    expect(waiting.failure).toContain('451 4.7.1 greylisted');
    const date = waiting.handedOverAt;
    delete smtp.behaviour.afterData;
    expect(await ours.settled(id)).toMatchObject({ state: 'sent', failure: null, handedOverAt: date });
    expect(smtp.counts().get(rfcMessageId.slice(1, -1))).toBe(1);
  });

  it('is not sent to someone who asked in the meantime not to be written to', async () => {
    smtp.behaviour.mailFrom = '451 later';
    const creatorId = await ours.addWritable();
    const { id, rfcMessageId } = await ours.send(creatorId);
    await eventually(async () => (await ours.read(id)).failure);
    await inWorkspace(ours.ctx, (tx) =>
      tx.execute(sql`update creator set do_not_contact = true where id = ${creatorId}::uuid`),
    );
    delete smtp.behaviour.mailFrom;
    expect(await ours.settled(id)).toMatchObject({ state: 'cancelled', failure: 'Zoë Creator is on do-not-contact.' });
    expect(smtp.counts().get(rfcMessageId.slice(1, -1))).toBeUndefined();
    expect(await ours.countEvents('message.cancelled', id)).toBe(1);
  });

  it('is one of 200 queued at once, each of which arrives once, two workers at it', async () => {
    const second = runWorker({ subscribers: [sendMessage], queue: place.home });
    const creatorId = await ours.addWritable();
    const queued = await Promise.all(Array.from({ length: 200 }, () => ours.send(creatorId)));
    await eventually(async () => {
      const messages = await Promise.all(queued.slice(-3).map(({ id }) => ours.read(id)));
      const all = await inWorkspace(ours.ctx, (tx) =>
        tx.rows<{ left: number }>(sql`select count(*) as left from message where state <> 'sent'
          and creator_id = ${creatorId}::uuid`),
      );
      return messages.length === 3 && all[0]!.left === 0;
    }, 60_000);
    const counts = smtp.counts();
    for (const { rfcMessageId } of queued) expect(counts.get(rfcMessageId.slice(1, -1))).toBe(1);
    await second.stop();
  }, 90_000);
});
