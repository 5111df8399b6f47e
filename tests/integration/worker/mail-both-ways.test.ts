import { createTransport } from 'nodemailer';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { runWorker, type RunningWorker } from '@/worker/run-worker';
import { subscribers } from '@/worker/subscribers';
import { buildProgram, startProgram } from '../../support/built-program';
import { testEnvironment, useTestDatabase } from '../../support/context';
import { dovecotBinary, startDovecot, type TestDovecot } from '../../support/dovecot';
import { connectTestMailbox, portsOf, writeMail } from '../../support/mailboxes';
import { createMailingWorkspace, type MailingWorkspace } from '../../support/messages';
import { quickReading } from '../../support/quick-reading';
import { startSmtpServer } from '../../support/smtp';

const team = 'team@acme.example';
const creatorAddress = 'zoe@creators.example';
const soon = { timeout: 30_000, interval: 50 };

let database: Awaited<ReturnType<typeof useTestDatabase>>;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => database.close());

interface Kept {
  id: string;
  direction: string;
  state: string;
  threadId: string;
  rfcMessageId: string;
  copies: number;
}

/** Every message, with in how many places of a mailbox it lies now. */
function readKept(mailing: MailingWorkspace): Promise<Kept[]> {
  return inWorkspace(mailing.workspace.ctx(), (tx) =>
    tx.rows<Kept>(sql`
      select m.id, m.direction, m.state, m.thread_id as "threadId", m.rfc_message_id as "rfcMessageId",
        (select count(*)::int from message_copy k where k.message_id = m.id and k.folder_id is not null and k.gone_at is null) as copies
      from message m order by m.created_at, m.id`),
  );
}

describe.skipIf(!dovecotBinary)(`mail both ways${dovecotBinary ? '' : ' (dovecot is not installed)'}`, () => {
  let dovecot: TestDovecot;
  let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
  let worker: RunningWorker | undefined;
  beforeAll(async () => {
    dovecot = await startDovecot();
    smtp = await startSmtpServer({
      authOptional: false,
      authMethods: ['PLAIN'],
      onAuth: ({ username, password }, _session, done) =>
        password === dovecot.password ? done(null, { user: username }) : done(new Error('refused')),
    });
  });
  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
  });
  afterAll(async () => {
    await smtp.stop();
    await dovecot.stop();
  });

  /** Hands every message that the server took since the last time to the mailboxes of those it is for. */
  let handedOn = 0;
  function handOn(): void {
    for (const { raw, to } of smtp.received.slice(handedOn)) for (const address of to) dovecot.deliver(address, raw);
    handedOn = smtp.received.length;
  }

  it('carry a conversation of ten messages over a restart and new numbers, with nothing lost or doubled', async () => {
    const mailing = await createMailingWorkspace();
    const creatorId = await mailing.addWritable({ emails: [{ address: creatorAddress }] });
    const { password } = dovecot;
    await connectTestMailbox(mailing.workspace, { address: team, password, ports: portsOf(dovecot, smtp.url) });
    worker = runWorker({
      subscribers,
      queue: { kind: 'postgres', url: database.appUrl },
      reconcileEveryMs: 200,
      mailboxes: quickReading,
    });
    const theirs = createTransport({ url: smtp.url, auth: { user: creatorAddress, pass: password } });
    let threadId: string | undefined;
    for (let round = 1; round <= 5; round += 1) {
      const { id, rfcMessageId } = await mailing.send(creatorId, {
        subject: 'Spring campaign',
        ...(threadId && { threadId }),
      });
      await vi.waitFor(async () => expect((await mailing.read(id)).state).toBe('sent'), soon);
      handOn();
      if (round === 2) await dovecot.stopServer();
      await theirs.sendMail({
        from: creatorAddress,
        to: team,
        subject: 'Re: Spring campaign',
        messageId: `<answer-${round}@creators.example>`,
        inReplyTo: rfcMessageId,
        references: rfcMessageId,
        text: `Answer ${round}`,
      });
      if (round === 4) {
        await dovecot.stopServer();
        dovecot.renumber(team);
        dovecot.renumber(team, 'Sent');
      }
      handOn();
      if (round === 2 || round === 4) await dovecot.startServer();
      await vi.waitFor(async () => expect(await readKept(mailing)).toHaveLength(round * 2), soon);
      threadId = (await mailing.read(id)).threadId;
    }
    theirs.close();

    await vi.waitFor(
      async () => expect((await readKept(mailing)).map(({ copies }) => copies)).toEqual(Array(10).fill(1)),
      soon,
    );
    const kept = await readKept(mailing);
    const moves = kept.map(({ direction, state }) => `${direction} ${state}`).sort();
    expect(moves).toEqual([...Array<string>(5).fill('incoming received'), ...Array<string>(5).fill('outgoing sent')]);
    expect(new Set(kept.map(({ threadId: id }) => id)).size).toBe(1);
    expect(new Set(kept.map(({ rfcMessageId }) => rfcMessageId)).size).toBe(10);
    // What the creator has, and what the mailbox says it sent: each once, and the same.
    const idsOf = (raws: string[]) => raws.map((raw) => /^message-id: (<.*>)/im.exec(raw)?.[1]);
    const sent = kept.filter(({ direction }) => direction === 'outgoing').map(({ rfcMessageId }) => rfcMessageId);
    expect(idsOf(dovecot.read(creatorAddress))).toEqual(sent);
    expect(idsOf(dovecot.read(team, 'Sent')).sort()).toEqual([...sent].sort());
    expect(smtp.received.slice(-10).map(({ from }) => from)).toEqual(
      Array.from({ length: 5 }, () => [team, creatorAddress]).flat(),
    );
  }, 150_000);

  it('neither lose nor double a message while the worker is killed and the connections are cut', async () => {
    const mailing = await createMailingWorkspace();
    const address = 'busy@acme.example';
    await connectTestMailbox(mailing.workspace, {
      address,
      password: dovecot.password,
      ports: portsOf(dovecot, smtp.url),
    });
    const program = await buildProgram('tests/support/mailbox-worker.ts');
    const start = () => startProgram(program.file, testEnvironment(database.appUrl));
    let running = start();
    const total = 120;
    const count = async () => (await readKept(mailing)).length;
    const kills: [at: number, how: () => Promise<unknown>][] = [
      [20, () => running.end('SIGKILL')],
      [40, () => dovecot.restart()],
      [60, () => running.end('SIGKILL')],
      [
        80,
        () =>
          inWorkspace(mailing.workspace.ctx(), (tx) =>
            tx.rows(sql`
        select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`),
          ).catch(() => undefined),
      ],
      [100, () => running.end('SIGKILL')],
    ];
    try {
      for (let number = 1; number <= total; number += 1) {
        dovecot.deliver(
          address,
          writeMail({
            from: creatorAddress,
            to: address,
            id: `run-${number}@creators.example`,
            subject: `Run ${number}`,
          }),
        );
        const kill = kills.find(([at]) => at === number);
        if (!kill) continue;
        // In the middle of the work: something is in already, and something is not.
        await vi.waitFor(async () => expect(await count()).toBeGreaterThan(number - 20), soon);
        await kill[1]();
        if (running.process.exitCode !== null || running.process.signalCode !== null) running = start();
      }
      await vi.waitFor(async () => expect(await count()).toBe(total), { ...soon, timeout: 60_000 });
    } catch (error) {
      throw new Error(`${String(error)}\n${running.output()}`);
    } finally {
      await running.end('SIGTERM');
      await program.remove();
    }
    const kept = await readKept(mailing);
    expect(new Set(kept.map(({ rfcMessageId }) => rfcMessageId)).size).toBe(total);
    expect(kept.filter(({ copies }) => copies !== 1)).toEqual([]);
  }, 180_000);
});
