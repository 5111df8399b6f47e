import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MessageDto } from '@/features/threads/schemas/message';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { buildProgram, startProgram, type Program } from '../../../support/built-program';
import { testEnvironment, useTestDatabase } from '../../../support/context';
import { eventually } from '../../../support/events';
import { createMailingWorkspace, type MailingWorkspace } from '../../../support/messages';
import { query } from '../../../support/query';
import { startScriptedSmtpServer, type ScriptedSmtpServer } from '../../../support/smtp';

let ours: MailingWorkspace;
let database: Awaited<ReturnType<typeof useTestDatabase>>;
let standing: Awaited<ReturnType<typeof buildProgram>>;
let product: Awaited<ReturnType<typeof buildProgram>>;
let folder: string;
let smtp: ScriptedSmtpServer;
const programs = new Set<Program>();

beforeAll(async () => {
  database = await useTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'rapport-send-crash-'));
  standing = await buildProgram('tests/support/crash-send-worker.ts');
  product = await buildProgram('src/worker/main.ts');
});
beforeEach(async () => {
  smtp = await startScriptedSmtpServer();
  ours = await createMailingWorkspace();
});
afterEach(async () => {
  for (const program of programs) await program.end('SIGKILL');
  programs.clear();
  await smtp.stop();
});
afterAll(async () => {
  await Promise.all([standing.remove(), product.remove(), rm(folder, { recursive: true, force: true })]);
  await database.close();
});

function start(file: string, variables: Record<string, string> = {}): Program {
  const environment = { ...testEnvironment(database.appUrl), SMTP_URL: smtp.url, ...variables };
  const program = startProgram(file, environment);
  programs.add(program);
  return program;
}

async function allSettled(limitMs: number): Promise<MessageDto[]> {
  return eventually(async () => {
    const messages = await ours.readAll();
    return messages.every(({ state }) => ['sent', 'unknown'].includes(state)) ? messages : null;
  }, limitMs);
}

/** How often it arrived at the mail server. */
function arrivals({ rfcMessageId }: { rfcMessageId: string }): number {
  return smtp.counts().get(rfcMessageId.slice(1, -1)) ?? 0;
}

async function effectStates() {
  return inWorkspace(ours.ctx, (tx) =>
    tx.rows<{ state: string; subjectId: string }>(sql`
    select f.state, e.subject_id as "subjectId" from effect f join domain_event e on e.id = f.event_id`),
  );
}

describe('a worker killed at each step of sending', () => {
  const steps: [string, 'sent' | 'unknown', number][] = [
    ['before the claim', 'sent', 1],
    ['during the claim', 'sent', 1],
    ['after the claim', 'sent', 1],
    ['before handing over', 'sent', 1],
    ['during handing over', 'sent', 1],
    ['after handing over', 'unknown', 0],
    ['after the answer', 'unknown', 1],
    ['before our commit', 'unknown', 1],
  ];
  it('sends it once or leaves it to a person', async () => {
    const messages = new Map<string, Awaited<ReturnType<MailingWorkspace['send']>>>();
    for (const [step] of steps) {
      const reached = join(folder, step.replaceAll(' ', '-'));
      messages.set(step, await ours.send(await ours.addWritable(), { subject: step }));
      const victim = start(standing.file, { CRASH_STEP: step, REACHED_FILE: reached });
      await eventually(async () => {
        if (victim.process.exitCode !== null) throw new Error(victim.output());
        return readFile(reached, 'utf8').catch(() => null);
      });
      expect(await victim.end('SIGKILL')).toBeNull();
    }
    const successor = start(standing.file);
    await allSettled(60_000);
    await sleep(1_000);
    expect(await successor.end('SIGTERM')).toBe(0);
    for (const [step, state, arrived] of steps) {
      const message = messages.get(step)!;
      const [effect] = (await effectStates()).filter(({ subjectId }) => subjectId === message.id);
      expect([step, (await ours.read(message.id)).state, effect?.state]).toEqual([
        step,
        state,
        state === 'sent' ? 'done' : 'unknown',
      ]);
      expect([step, arrivals(message)]).toEqual([step, arrived]);
    }
  }, 150_000);

  it.each(['data', 'middle of data', 'end of data'] as const)(
    'of the product’s own program, while the server is silent at %s',
    async (point) => {
      smtp.breakAt = point;
      smtp.silent = true;
      const message = await ours.send(await ours.addWritable());
      const victim = start(product.file);
      await eventually(async () => (await effectStates())[0]?.state === 'handing_over');
      await eventually(() => smtp.reached === point || null);
      expect(await victim.end('SIGKILL')).toBeNull();
      smtp.breakAt = 'never';
      start(product.file);
      expect(await allSettled(40_000)).toMatchObject([{ state: 'unknown' }]);
      expect(arrivals(message)).toBe(point === 'end of data' ? 1 : 0);
    },
    60_000,
  );
});

describe('the product’s own workers, killed again and again', () => {
  it('send every message once or leave it to a person, also with the queue emptied meanwhile', async () => {
    const queued = await Promise.all(Array.from({ length: 60 }, async () => ours.send(await ours.addWritable())));
    const emptyQueue = () =>
      query(
        database.ownerUrl,
        `do $$ declare t record; begin
          for t in select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'bullmq' and tablename like '%job%'
          loop execute 'delete from ' || t.name; end loop; end $$`,
      );
    for (let kills = 0; kills < 3; kills += 1) {
      const before = smtp.received.length;
      const pair = [start(standing.file), start(standing.file)];
      await eventually(() => smtp.received.length > before || null, 45_000);
      await Promise.all(pair.map((program) => program.end('SIGKILL')));
    }
    await emptyQueue();
    const pair = [start(standing.file), start(standing.file)];
    const messages = await allSettled(60_000);
    expect(await Promise.all(pair.map((program) => program.end('SIGTERM')))).toEqual([0, 0]);
    expect(messages).toHaveLength(queued.length);
    for (const message of messages) {
      const arrived = arrivals(message);
      expect([message.id, message.state, arrived]).toEqual([
        message.id,
        message.state,
        message.state === 'sent' ? 1 : Math.min(arrived, 1),
      ]);
    }
  }, 180_000);
});
