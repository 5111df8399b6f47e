import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cancelMessage } from '@/features/threads/commands/cancel-message';
import { resolveUnknownMessage } from '@/features/threads/commands/resolve-unknown-message';
import { sendMessage } from '@/features/threads/subscribers/send-message';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { closeIdleSessions } from '@/platform/mail/smtp-session';
import { runWorker, type RunningWorker } from '@/worker/run-worker';
import { useTestDatabase } from '../../../support/context';
import { refusalOf } from '../../../support/creators';
import { eventually } from '../../../support/events';
import { createMailingWorkspace, type MailingWorkspace } from '../../../support/messages';
import { startScriptedSmtpServer, type ScriptedSmtpServer } from '../../../support/smtp';

const port = 4745 + (process.pid % 45);
let database: Awaited<ReturnType<typeof useTestDatabase>>;
let ours: MailingWorkspace;
beforeAll(async () => {
  database = await useTestDatabase();
  process.env['SMTP_URL'] = `smtp://127.0.0.1:${port}`;
  ours = await createMailingWorkspace();
});
afterEach(() => closeIdleSessions());
afterAll(() => database.close());

describe('a message while the mail server is in trouble', () => {
  let worker: RunningWorker;
  let smtp: ScriptedSmtpServer;
  beforeAll(() => {
    worker = runWorker({ subscribers: [sendMessage], queue: { kind: 'postgres', url: database.appUrl } });
  });
  beforeEach(async () => {
    smtp = await startScriptedSmtpServer(port);
  });
  afterEach(async () => {
    closeIdleSessions();
    await smtp.stop();
  });
  afterAll(() => worker.stop());

  it('arrives later when nobody listened for a while, and leaves no doubt behind', async () => {
    await smtp.stop();
    const queued = await Promise.all([1, 2, 3, 4, 5].map(async () => ours.send(await ours.addWritable())));
    for (const { id } of queued) await eventually(async () => (await ours.read(id)).failure);
    for (const { id } of queued) expect(await ours.read(id)).toMatchObject({ handedOverAt: null });
    smtp = await startScriptedSmtpServer(port);
    for (const { id, rfcMessageId } of queued) {
      expect(await ours.settled(id)).toMatchObject({ state: 'sent' });
      expect(smtp.counts().get(rfcMessageId.slice(1, -1))).toBe(1);
    }
  });

  it('never arrives once it was cancelled while it waited', async () => {
    await smtp.stop();
    const { id, rfcMessageId } = await ours.send(await ours.addWritable());
    await eventually(async () => {
      if (!(await ours.read(id)).failure) return null;
      return inWorkspace(ours.ctx, (tx) => cancelMessage(tx, { messageId: id })).then(
        () => true,
        () => null,
      );
    });
    smtp = await startScriptedSmtpServer(port);
    await eventually(async () => {
      const [effect] = await inWorkspace(ours.ctx, (tx) =>
        tx.rows<{ state: string }>(sql`select f.state from effect f join domain_event e on e.id = f.event_id
          where e.subject_id = ${id}::uuid and f.subscriber = 'threads.send-message'`),
      );
      return effect?.state === 'done' || null;
    });
    expect(await ours.read(id)).toMatchObject({ state: 'cancelled' });
    expect(smtp.counts().get(rfcMessageId.slice(1, -1))).toBeUndefined();
  });

  async function becomeUnknown() {
    smtp.breakAt = 'end of data';
    const queued = await ours.send(await ours.addWritable());
    expect(await ours.settled(queued.id)).toMatchObject({ state: 'unknown', recipients: [{ state: 'pending' }] });
    expect(await ours.countEvents('message.unknown', queued.id)).toBe(1);
    smtp.breakAt = 'never';
    return queued;
  }
  const resolve = (messageId: string, decision: 'sent' | 'not_sent_retry' | 'not_sent_give_up') =>
    inWorkspace(ours.ctx, (tx) => resolveUnknownMessage(tx, { messageId, decision }));

  it('is unknown after a lost answer until a person says that it arrived', async () => {
    const { id, rfcMessageId } = await becomeUnknown();
    await Promise.all([resolve(id, 'sent'), resolve(id, 'sent'), resolve(id, 'sent')]);
    const message = await ours.read(id);
    expect(message).toMatchObject({ state: 'sent', sentAt: message.handedOverAt, recipients: [{ state: 'accepted' }] });
    expect(await ours.countEvents('message.resolved', id)).toBe(1);
    expect(await ours.countEvents('message.sent', id)).toBe(1);
    expect(smtp.counts().get(rfcMessageId.slice(1, -1))).toBe(1);
    expect(await refusalOf(resolve(id, 'not_sent_retry'))).toMatchObject({ code: 'invalid_state' });
  });

  it('is sent again, as the same message, when a person says that it did not arrive', async () => {
    const { id, rfcMessageId } = await becomeUnknown();
    const first = smtp.received.at(-1)!.raw;
    await resolve(id, 'not_sent_retry');
    expect(await ours.settled(id)).toMatchObject({ state: 'sent' });
    expect(smtp.counts().get(rfcMessageId.slice(1, -1))).toBe(2);
    expect(smtp.received.at(-1)!.raw.equals(first)).toBe(true);
  });

  it('is failed when a person gives up', async () => {
    const { id } = await becomeUnknown();
    await resolve(id, 'not_sent_give_up');
    await resolve(id, 'not_sent_give_up');
    expect(await ours.read(id)).toMatchObject({ state: 'failed' });
    expect(await ours.countEvents('message.failed', id)).toBe(1);
  });

  it('fails when the server refuses it after reading it', async () => {
    smtp.answers.end = '554 5.7.1 looks like spam';
    const { id } = await ours.send(await ours.addWritable());
    expect(await ours.settled(id)).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('554 5.7.1 looks like spam'),
    });
  });
});
