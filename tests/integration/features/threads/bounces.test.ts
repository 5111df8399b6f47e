import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../../support/context';
import { sql } from '@/platform/db/rows';
import { lookInto, receive } from '../../../support/mails';
import { createMailingWorkspace, type MailingWorkspace } from '../../../support/messages';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let here: MailingWorkspace;
const { one, sendTo } = lookInto(() => here);
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  here = await createMailingWorkspace();
});

const zoe = 'zoe@x.example';

describe('a bounce', () => {
  const report = (about: string, address: string) =>
    Buffer.from(
      [
        'From: MAILER-DAEMON@mx.example',
        'To: team@acme.example',
        'Subject: Undelivered Mail Returned to Sender',
        `Message-ID: <bounce-${Math.random()}@mx.example>`,
        'Auto-Submitted: auto-replied',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'The address is unknown.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.example',
        '',
        `Final-Recipient: rfc822; ${address}`,
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 5.1.1 no such user',
        '',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: ${about}`,
        'Subject: Spring campaign',
        '',
        '--b--',
        '',
      ].join('\r\n'),
    );
  const recipients = (id: string) =>
    one<{ state: string }>(sql`select state from message_recipient where message_id = ${id}::uuid`);

  it('is told of the message and the address it is about', async () => {
    const creatorId = await here.addWritable({ emails: [{ address: zoe }] });
    const sent = await sendTo(creatorId);
    const outcome = await receive(here.ctx, here.mailboxId, { raw: report(sent.rfcMessageId, zoe) });
    expect(outcome).toMatchObject({ kind: 'bounce', threadId: sent.threadId, creatorIds: [creatorId] });
    expect(await recipients(sent.id)).toEqual({ state: 'bounced' });
    expect((await here.read(sent.id)).state).toBe('bounced');
    expect(await here.countEvents('message.bounced', sent.id)).toBe(1);
    await receive(here.ctx, here.mailboxId, { raw: report(sent.rfcMessageId, zoe) });
    expect(await here.countEvents('message.bounced', sent.id)).toBe(1);
  });

  it('that names no message of ours, or nobody it went to, changes nothing', async () => {
    const creatorId = await here.addWritable({ emails: [{ address: zoe }] });
    const sent = await sendTo(creatorId);
    await receive(here.ctx, here.mailboxId, { raw: report('<guessed@acme.example>', zoe) });
    await receive(here.ctx, here.mailboxId, { raw: report(sent.rfcMessageId, 'somebody@else.example') });
    expect(await recipients(sent.id)).toEqual({ state: 'accepted' });
    expect((await here.read(sent.id)).state).toBe('sent');
  });
});
