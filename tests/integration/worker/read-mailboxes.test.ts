import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { disconnectMailbox } from '@/features/threads/commands/disconnect-mailbox';
import { pauseMailbox } from '@/features/threads/commands/pause-mailbox';
import { resumeMailbox } from '@/features/threads/commands/resume-mailbox';
import { getMailbox } from '@/features/threads/queries/get-mailbox';
import { systemClock } from '@/platform/clock/clock';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { readMailboxes, type MailboxReaderOptions } from '@/worker/mailboxes/read-mailboxes';
import type { TakeMails } from '@/worker/mailboxes/reading-session';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../support/context';
import { dovecotBinary, startDovecot, type TestDovecot } from '../../support/dovecot';
import { connectTestMailbox, portsOf, writeMail } from '../../support/mailboxes';
import { quickReading } from '../../support/quick-reading';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let workspace: TestWorkspace;
beforeAll(async () => {
  database = await useTestDatabase();
  workspace = await createTestWorkspace();
});
afterAll(() => database.close());

describe.skipIf(!dovecotBinary)(`reading mailboxes${dovecotBinary ? '' : ' (dovecot is not installed)'}`, () => {
  let dovecot: TestDovecot;
  const running: { stop(): Promise<void> }[] = [];
  beforeAll(async () => {
    dovecot = await startDovecot();
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((reader) => reader.stop()));
  });
  afterAll(() => dovecot.stop());

  /** A reader that keeps what it was given, by folder. */
  function start(options: Partial<MailboxReaderOptions> = {}) {
    const taken: string[] = [];
    const receive: TakeMails = async (_ctx, { mails }) => {
      for (const { raw, sentFolder } of mails) {
        taken.push(`${sentFolder ? 'sent' : 'inbox'} ${/message-id: <(.*)>/i.exec(raw.toString('latin1'))?.[1]}`);
      }
    };
    const reader = readMailboxes({ ...quickReading, receive, clock: systemClock, ...options });
    running.push(reader);
    return { taken, reader };
  }
  let users = 0;
  async function connect(changes: Partial<Parameters<typeof connectTestMailbox>[1]> = {}) {
    const address = `reader${(users += 1)}@mail.test`;
    const account = { address, password: dovecot.password, ports: portsOf(dovecot) };
    return { address, connectIt: () => connectTestMailbox(workspace, { ...account, ...changes }) };
  }
  const see = (mailboxId: string) => inWorkspace(workspace.ctx(), (tx) => getMailbox(tx, mailboxId));
  const mail = (id: string) => writeMail({ from: 'creator@example.com', to: 'team@mail.test', id });
  const soon = { timeout: 10_000, interval: 30 };

  it('brings in what was there, oldest first, and what comes, with progress', async () => {
    const { address, connectIt } = await connect();
    for (const id of ['a@x', 'b@x', 'c@x']) dovecot.deliver(address, mail(id));
    dovecot.deliver(address, mail('sent@x'), 'Sent');
    dovecot.deliver(address, mail('spam@x'), 'Junk');
    const mailboxId = await connectIt();
    const { taken } = start({ limits: { maxBytes: 10_000, maxBatchBytes: 10_000, maxMails: 2 } });
    await vi.waitFor(() => expect(taken).toContain('inbox c@x'), soon);
    expect(taken).toEqual(['sent sent@x', 'inbox a@x', 'inbox b@x', 'inbox c@x']);
    await vi.waitFor(
      async () =>
        expect((await see(mailboxId)).connection).toMatchObject({
          state: 'connected',
          problem: null,
          historyTotal: 4,
          historyDone: 4,
          syncedAt: expect.any(String),
        }),
      soon,
    );
    const began = performance.now();
    dovecot.deliver(address, mail('new@x'));
    await vi.waitFor(() => expect(taken).toContain('inbox new@x'), soon);
    expect(performance.now() - began).toBeLessThan(5_000);
    dovecot.deliver(address, mail('new-sent@x'), 'Sent');
    await vi.waitFor(() => expect(taken).toContain('sent new-sent@x'), soon);
    expect(new Set(taken).size).toBe(taken.length);
  });

  it('leaves what is older than it was asked for, and what is too large, which it says', async () => {
    const { address, connectIt } = await connect({ historyFrom: null });
    const mailboxId = await connectIt();
    await inWorkspace(workspace.ctx(), (tx) =>
      tx.execute(sql`
      update mailbox_connection set created_at = now() + interval '1 hour' where mailbox_id = ${mailboxId}::uuid`),
    );
    dovecot.deliver(address, mail('old@x'));
    const { taken } = start({ limits: { maxBytes: 2_000, maxBatchBytes: 10_000, maxMails: 10 } });
    await vi.waitFor(async () => expect((await see(mailboxId)).connection?.syncedAt).not.toBeNull(), soon);
    expect(taken).toEqual([]);
    await inWorkspace(workspace.ctx(), (tx) =>
      tx.execute(sql`
      update mailbox_connection set created_at = now() - interval '1 hour', version = version + 1, lease_until = null
      where mailbox_id = ${mailboxId}::uuid`),
    );
    dovecot.deliver(address, writeMail({ from: 'a@b.example', to: address, id: 'big@x', text: 'x'.repeat(3_000) }));
    dovecot.deliver(address, mail('small@x'));
    await vi.waitFor(() => expect(taken).toEqual(['inbox small@x']), soon);
    await vi.waitFor(async () => expect((await see(mailboxId)).connection?.skipped).toBe(1), soon);
    const events = await inWorkspace(workspace.ctx(), (tx) =>
      tx.rows<{ body: string }>(sql`
      select p.body from domain_event e join event_payload p on p.event_id = e.id where e.type = 'mailbox.mail_skipped'`),
    );
    expect(events.map(({ body }) => JSON.parse(body))).toEqual([
      expect.objectContaining({ folder: 'INBOX', reason: 'too_large' }),
    ]);
  });

  it('goes on after the server was restarted and after it numbered its messages anew', async () => {
    const { address, connectIt } = await connect();
    dovecot.deliver(address, mail('one@x'));
    const mailboxId = await connectIt();
    const { taken } = start();
    await vi.waitFor(() => expect(taken).toContain('inbox one@x'), soon);
    await dovecot.stopServer();
    dovecot.deliver(address, mail('two@x'));
    await vi.waitFor(
      async () =>
        expect((await see(mailboxId)).connection?.problem).toMatch(
          /does not take IMAP connections|ended the connection/,
        ),
      soon,
    );
    await dovecot.startServer();
    await vi.waitFor(() => expect(taken).toContain('inbox two@x'), { ...soon, timeout: 25_000 });
    await vi.waitFor(
      async () => expect((await see(mailboxId)).connection).toMatchObject({ state: 'connected', problem: null }),
      soon,
    );
    await dovecot.stopServer();
    dovecot.renumber(address);
    dovecot.deliver(address, mail('three@x'));
    await dovecot.startServer();
    await vi.waitFor(() => expect(taken).toContain('inbox three@x'), { ...soon, timeout: 25_000 });
    // By their new numbers all are offered again; taking the same one in again changes nothing.
    expect(taken.filter((one) => one === 'inbox one@x')).toHaveLength(2);
  }, 60_000);

  it('is shared by several readers, one at a time, and taken over when one dies', async () => {
    const made = await Promise.all([connect(), connect(), connect()]);
    for (const { connectIt } of made) await connectIt();
    const all = [start(), start(), start()];
    const total = () => all.flatMap(({ taken }) => taken);
    for (const { address } of made) dovecot.deliver(address, mail(`to-${address}`));
    await vi.waitFor(() => expect(total()).toHaveLength(3), soon);
    await Promise.all([all[0]!.reader.stop(), all[1]!.reader.stop()]);
    for (const { address } of made) dovecot.deliver(address, mail(`again-${address}`));
    await vi.waitFor(() => expect(total()).toHaveLength(6), soon);
    expect(new Set(total()).size).toBe(6);
  });

  it('stands still with words when the password is refused, until someone says go on', async () => {
    const { connectIt } = await connect({ password: 'wrong' });
    const mailboxId = await connectIt();
    start();
    await vi.waitFor(
      async () =>
        expect((await see(mailboxId)).connection).toMatchObject({
          state: 'failed',
          problem: expect.stringContaining('refused the user name'),
        }),
      soon,
    );
    await inWorkspace(workspace.ctx(), (tx) => resumeMailbox(tx, { mailboxId }));
    expect((await see(mailboxId)).connection).toMatchObject({ state: 'connected', problem: null });
    await vi.waitFor(async () => expect((await see(mailboxId)).connection?.state).toBe('failed'), soon);
    await inWorkspace(workspace.ctx(), (tx) => disconnectMailbox(tx, { mailboxId }));
    expect((await see(mailboxId)).connection).toBeNull();
  });

  it('stops when it is paused, and goes on where it was', async () => {
    const { address, connectIt } = await connect();
    dovecot.deliver(address, mail('before@x'));
    const mailboxId = await connectIt();
    const { taken } = start();
    await vi.waitFor(() => expect(taken).toContain('inbox before@x'), soon);
    await inWorkspace(workspace.ctx(), (tx) => pauseMailbox(tx, { mailboxId }));
    await new Promise((resolve) => setTimeout(resolve, quickReading.leaseMs));
    dovecot.deliver(address, mail('meanwhile@x'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(taken).toEqual(['inbox before@x']);
    await inWorkspace(workspace.ctx(), (tx) => resumeMailbox(tx, { mailboxId }));
    await vi.waitFor(() => expect(taken).toEqual(['inbox before@x', 'inbox meanwhile@x']), soon);
  });

  it('passes by a message that cannot be taken in, and says so', async () => {
    const { address, connectIt } = await connect();
    for (const id of ['good1@x', 'poison@x', 'good2@x']) dovecot.deliver(address, mail(id));
    const mailboxId = await connectIt();
    const taken: string[] = [];
    start({
      receive: async (_ctx, { mails }) => {
        const ids = mails.map(({ raw }) => /<(.*)>/.exec(raw.toString())?.[1] ?? '');
        if (ids.includes('poison@x')) throw new Error('cannot read this');
        taken.push(...ids);
      },
    });
    await vi.waitFor(
      async () => expect((await see(mailboxId)).connection).toMatchObject({ skipped: 1, syncedAt: expect.any(String) }),
      soon,
    );
    expect(taken).toEqual(['good1@x', 'good2@x']);
  });
});
