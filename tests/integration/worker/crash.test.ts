import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { verifyAudit } from '@/platform/events/verify-audit';
import { buildProgram, startProgram } from '../../support/built-program';
import { createTestWorkspace, testEnvironment, useTestDatabase, type TestWorkspace } from '../../support/context';
import { batches, type CrashStep, crashSteps } from '../../support/crash-subscribers';
import { eventually, ring } from '../../support/events';
import { describeOnBothBackends, type TestQueueHome } from '../../support/queue-backends';

/** Where the mail has left or may have: nobody can tell, so nobody sends it again. */
const unknowable: readonly string[] = ['act begins', 'act ends', 'settle'] satisfies CrashStep[];

interface Ending {
  note: string;
  subscriber: string;
  state: string;
  effectId: string;
  echoes: number;
}

let program: Awaited<ReturnType<typeof buildProgram>>;
let database: Awaited<ReturnType<typeof useTestDatabase>>;
beforeAll(async () => {
  program = await buildProgram('tests/support/crash-worker.ts');
  database = await useTestDatabase();
});
afterAll(async () => {
  await database.close();
  await program.remove();
});

describeOnBothBackends('a worker killed at each step', (openHome) => {
  let place: TestQueueHome;
  let folder: string;
  let workspace: TestWorkspace;
  beforeAll(async () => {
    place = await openHome(database.appUrl);
    folder = await mkdtemp(join(tmpdir(), 'rapport-crash-'));
    workspace = await createTestWorkspace();
  });
  afterAll(async () => {
    await place.stop();
    await rm(folder, { recursive: true, force: true });
  });

  function startWorker(step?: CrashStep) {
    return startProgram(program.file, {
      ...testEnvironment(database.appUrl),
      ...(place.home.kind === 'redis' ? { REDIS_URL: place.home.url } : {}),
      ...(step ? { CRASH_STEP: step } : {}),
      CRASH_FOLDER: folder,
    });
  }
  const readLines = async (file: string) => {
    const text = await readFile(join(folder, file), 'utf8').catch(() => '');
    return text.split('\n').filter(Boolean);
  };
  /** Every effect of the steps' events, with what it wrote into the database. */
  const readEndings = () =>
    inWorkspace(workspace.ctx(), (tx) =>
      tx.rows<Ending>(sql`
        select p.body::jsonb ->> 'note' as note, f.subscriber, f.state, f.id as "effectId",
          (select count(*) from domain_event w where w.type = 'test.echoed'
            and w.subject_id = case f.subscriber when 'crash.echo' then f.event_id else f.id end) as echoes
        from effect f join event_payload p on p.event_id = f.event_id`),
    );

  it('acts once or leaves it to a person, loses nothing, and writes every row once', async () => {
    for (const step of crashSteps) {
      await ring(workspace.ctx(), 1, step);
      const worker = startWorker(step);
      await eventually(async () => {
        if (worker.process.exitCode !== null) throw new Error(worker.output());
        return (await readLines('reached')).includes(step);
      });
      expect(await worker.end('SIGKILL')).toBeNull();
    }

    const successor = startWorker();
    const endings = await eventually<Ending[] | null>(async () => {
      const effects = await readEndings();
      const ended = effects.filter(({ state }) => state === 'done' || state === 'unknown');
      return effects.length === crashSteps.length * 3 && ended.length === effects.length ? effects : null;
    }, 60_000);
    expect(await successor.end('SIGTERM')).toBe(0);

    const outbox = await readLines('outbox');
    expect(new Set(outbox).size).toBe(outbox.length);
    for (const step of crashSteps) {
      const of = (subscriber: string) =>
        endings.find((effect) => effect.note === step && effect.subscriber === subscriber)!;
      const mail = of('crash.mail');
      expect([step, mail.state, outbox.includes(mail.effectId)]).toEqual([
        step,
        unknowable.includes(step) ? 'unknown' : 'done',
        step !== 'act begins',
      ]);
      expect([step, of('crash.echo')]).toMatchObject([step, { state: 'done', echoes: 1 }]);
      expect([step, of('crash.count')]).toMatchObject([step, { state: 'done', echoes: batches }]);
    }
    expect((await inWorkspace(workspace.ctx(), verifyAudit)).faults).toEqual([]);
  }, 150_000);
});
