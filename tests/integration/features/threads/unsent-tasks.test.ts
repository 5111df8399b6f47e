import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tasks } from '@/app/tasks/definitions';
import { findTasksSchema } from '@/features/tasks/schemas/find-tasks';
import { resolveUnknownMessage } from '@/features/threads/commands/resolve-unknown-message';
import { askAboutUnsent } from '@/features/threads/subscribers/ask-about-unsent';
import { sendMessage } from '@/features/threads/subscribers/send-message';
import { settleUnsentTasks } from '@/features/threads/subscribers/settle-unsent-tasks';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { closeIdleSessions } from '@/platform/mail/smtp-session';
import { encodeId, newId } from '@/shared/ids';
import { runWorker, type RunningWorker } from '@/worker/run-worker';
import { useTestDatabase } from '../../../support/context';
import { eventually } from '../../../support/events';
import { createMailingWorkspace, type MailingWorkspace } from '../../../support/messages';
import { startScriptedSmtpServer, type ScriptedSmtpServer } from '../../../support/smtp';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let ours: MailingWorkspace;
let smtp: ScriptedSmtpServer;
let worker: RunningWorker;
beforeAll(async () => {
  database = await useTestDatabase();
  smtp = await startScriptedSmtpServer();
  process.env['SMTP_URL'] = smtp.url;
  ours = await createMailingWorkspace();
  const subscribers = [sendMessage, askAboutUnsent, settleUnsentTasks];
  worker = runWorker({ subscribers, queue: { kind: 'postgres', url: database.appUrl } });
});
afterEach(() => closeIdleSessions());
afterAll(async () => {
  await worker.stop();
  await smtp.stop();
  await database.close();
});

const find = (messageId: string, state: string[] = ['open', 'done']) =>
  inWorkspace(ours.ctx, async (tx) => {
    const filter = findTasksSchema.parse({ subject: encodeId('message', messageId), state });
    return (await tasks.find(tx, filter)).data;
  });
const resolve = (messageId: string, decision: 'sent' | 'not_sent_retry' | 'not_sent_give_up') =>
  inWorkspace(ours.ctx, (tx) => resolveUnknownMessage(tx, { messageId, decision }));
const isIdle = () =>
  eventually(async () => {
    const [row] = await inWorkspace(ours.ctx, (tx) =>
      tx.rows<{ busy: number }>(sql`select (select count(*) from event_pending)
        + (select count(*) from effect where state in ('pending', 'claimed', 'handing_over')) as busy`),
    );
    return row!.busy === 0;
  });

async function becomeUnknown(): Promise<string> {
  smtp.breakAt = 'end of data';
  const { id } = await ours.send(await ours.addWritable());
  expect(await ours.settled(id)).toMatchObject({ state: 'unknown' });
  smtp.breakAt = 'never';
  await isIdle();
  return id;
}

describe('a message that nobody knows the end of', () => {
  it('is a task of who wrote it, about the message and on the creator’s record', async () => {
    const id = await becomeUnknown();
    expect(await find(id)).toMatchObject([
      {
        title: 'Find out whether a message was sent',
        state: 'open',
        priority: 'high',
        source: 'failure',
        author: null,
        assignee: { name: 'Acme marketer' },
        subject: { type: 'message', title: 'Spring campaign' },
        creator: { displayName: 'Zoë Creator' },
      },
    ]);
  });

  it.each(['sent', 'not_sent_retry', 'not_sent_give_up'] as const)(
    'is done when a person says: %s',
    async (decision) => {
      const id = await becomeUnknown();
      await resolve(id, decision);
      await isIdle();
      // Giving up makes it fail, and whoever gave up knows: nobody is asked again.
      expect((await find(id)).map(({ state, title }) => [state, title])).toEqual([
        ['done', 'Find out whether a message was sent'],
      ]);
    },
  );

  it('is asked about once for each event, however often it is handled, and not once it has moved on', async () => {
    const id = await becomeUnknown();
    const rows = await inWorkspace(ours.ctx, (tx) =>
      tx.rows<{ id: string }>(
        sql`select id from domain_event where type = 'message.unknown' and subject_id = ${id}::uuid`,
      ),
    );
    const event = { id: rows[0]!.id, type: 'message.unknown', subjectId: id, actorType: 'worker' };
    const again = () =>
      inWorkspace(ours.ctx, (tx) => askAboutUnsent.run(tx, { event } as Parameters<typeof askAboutUnsent.run>[1]));
    await Promise.all([again(), again(), again()]);
    expect(await find(id)).toHaveLength(1);
    await resolve(id, 'sent');
    await isIdle();
    event.id = newId();
    await again();
    expect(await find(id)).toHaveLength(1);
  });
});

describe('a message that failed', () => {
  it('is a task of who wrote it', async () => {
    smtp.answers = { rcpt: '550 5.1.1 no such mailbox' };
    const { id } = await ours.send(await ours.addWritable());
    expect(await ours.settled(id)).toMatchObject({ state: 'failed' });
    await isIdle();
    expect(await find(id)).toMatchObject([{ title: 'Send a message that could not be sent', source: 'failure' }]);
    // The server's words hold addresses, which not everyone sees.
    expect(JSON.stringify(await find(id))).not.toContain('@');
  });
});
