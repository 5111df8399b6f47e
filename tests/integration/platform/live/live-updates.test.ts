import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSession, contextOfSession, revokeSession } from '@/platform/auth/session';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { LiveHub } from '@/platform/live/live-hub';
import { announce } from '@/platform/live/send-notices';
import { newId } from '@/shared/ids';
import { runWorker, type RunningWorker } from '@/worker/run-worker';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { eventually, ring, rung } from '../../../support/events';
import { idsOf, openStream } from '../../../support/live';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let workspace: TestWorkspace;
let foreign: TestWorkspace;
let worker: RunningWorker;
/** Two web processes, as far as PostgreSQL can tell. */
let hubs: [LiveHub, LiveHub];

beforeAll(async () => {
  database = await useTestDatabase();
  worker = runWorker({ subscribers: [], queue: { kind: 'postgres', url: database.appUrl } });
});
beforeEach(async () => {
  hubs = [new LiveHub(database.appUrl), new LiveHub(database.appUrl)];
  workspace = await createTestWorkspace();
  foreign = await createTestWorkspace();
  await settled();
});
afterEach(() => Promise.all(hubs.map((hub) => hub.close())));
afterAll(async () => {
  await worker.stop();
  await database.close();
});

/** Until the relay has told everything of before. */
async function settled(): Promise<void> {
  for (const { ctx } of [workspace, foreign])
    await eventually(async () => {
      const [row] = await inWorkspace(ctx(), (tx) =>
        tx.rows<{ left: number }>(sql`select count(*) as left from event_pending`),
      );
      return row?.left === 0;
    });
  await sleep(50);
}

async function query(text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return (await client.query<object>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('a change that was committed', () => {
  it('is told to the viewers of every web process, by its ids, within a second of its commit', async () => {
    const streams = await Promise.all(hubs.map((hub) => openStream(hub, workspace.ctx('viewer'))));
    const committed = new Map<string, number>();
    for (let round = 0; round < 60; round += 1) {
      const subjectId = newId();
      await inWorkspace(workspace.ctx(), (tx) => recordEvent(tx, rung, { subjectId, payload: { note: 'x' } }));
      committed.set(subjectId, performance.now());
      await sleep(Math.random() * 40);
    }
    for (const stream of streams) {
      await eventually(() => idsOf(stream).length === committed.size);
      expect(new Set(idsOf(stream))).toEqual(new Set(committed.keys()));
    }
    const tookMs = streams
      .flatMap(({ told }) =>
        told.flatMap(({ content, at }) =>
          Array.isArray(content.changes) ? content.changes.map(({ id }) => at - (committed.get(id ?? '') ?? 0)) : [],
        ),
      )
      .sort((left, right) => left - right);
    const p95 = tookMs[Math.floor(tookMs.length * 0.95)] ?? Infinity;
    process.stdout.write(
      `row committed → heard by another: p50 ${tookMs[60]?.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms\n`,
    );
    expect(p95).toBeLessThan(1_000);
  });

  it('is never told to another workspace, however much happens', async () => {
    const [own, other] = await Promise.all([openStream(hubs[0], workspace.ctx()), openStream(hubs[0], foreign.ctx())]);
    await Promise.all([ring(workspace.ctx(), 20), ring(workspace.ctx(), 400)]);
    await eventually(() => own.told.some(({ content }) => content.changes === 'all'));
    await eventually(() => idsOf(own).length >= 20 || own.told.length > 1);
    await sleep(100);
    expect(other.told.map(({ name }) => name)).toEqual(['ready']);
  });

  it('is not told when it was rolled back', async () => {
    const stream = await openStream(hubs[0], workspace.ctx());
    const change = { kind: 'presence' as const, type: 'creator', id: newId(), creatorId: null };
    const failing = inWorkspace(workspace.ctx(), (tx) => {
      announce(tx, [change]);
      return Promise.reject(new Error('changed my mind'));
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await inWorkspace(workspace.ctx(), (tx) => {
      announce(tx, [{ ...change, type: 'note' }]);
      return Promise.resolve();
    });
    await eventually(() => stream.told.length === 2);
    expect(stream.told[1]?.content.changes).toEqual([{ ...change, type: 'note' }]);
  });
});

describe('a stream', () => {
  it('says whether something was missed since the page was drawn', async () => {
    await inWorkspace(workspace.ctx(), (tx) => tx.execute(sql`delete from event_pending`));
    const later = await openStream(hubs[0], workspace.ctx(), { since: Date.now() + 60_000 });
    const before = await openStream(hubs[0], workspace.ctx(), { since: Date.now() - 60_000 });
    await eventually(() => later.told.length + before.told.length === 2);
    expect([later.told[0]?.content, before.told[0]?.content]).toEqual([{ missed: false }, { missed: true }]);
  });

  it('ends when the session behind it was revoked, and when the membership was', async () => {
    const { userId, membershipId } = workspace.members.marketer;
    const open = async () => {
      const claim = { sessionId: await createSession(userId, null), userId };
      const recheck = () => contextOfSession(claim, workspace.slug, 'req_live');
      return { claim, stream: await openStream(hubs[0], await recheck(), { recheck, recheckEveryMs: 50 }) };
    };
    const first = await open();
    const second = await open();
    await sleep(200);
    expect([first.stream.isOver(), second.stream.isOver()]).toEqual([false, false]);
    await revokeSession(first.claim.sessionId);
    await eventually(() => first.stream.isOver());
    expect(first.stream.told.at(-1)?.name).toBe('ended');
    expect(second.stream.isOver()).toBe(false);
    await inWorkspace(workspace.ctx(), (tx) =>
      tx.execute(sql`update membership set removed_at = now() where id = ${membershipId}::uuid`),
    );
    await eventually(() => second.stream.isOver());
  });

  it('is refused to a person who has too many open, until one is closed', async () => {
    const open = () => openStream(hubs[0], workspace.ctx('legal'));
    const streams = await Promise.all(Array.from({ length: 20 }, open));
    await expect(open()).rejects.toMatchObject({ code: 'rate_limited' });
    streams[0]?.leave();
    await eventually(() => streams[0]?.isOver());
    await expect(open()).resolves.toBeDefined();
    await expect(openStream(hubs[0], workspace.ctx('finance'))).resolves.toBeDefined();
  });

  it('goes on over a connection that PostgreSQL cut, and says to read again', async () => {
    const stream = await openStream(hubs[0], workspace.ctx());
    await query(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'rapport live' and datname = current_database()`);
    await eventually(() => stream.told.some(({ content }) => content.changes === 'all'));
    const [eventId] = await ring(workspace.ctx());
    expect(eventId).toBeDefined();
    await eventually(() => idsOf(stream).length === 1);
  });

  it('ends with the process, and none begins then', async () => {
    const stream = await openStream(hubs[0], workspace.ctx());
    await hubs[0].close();
    await eventually(() => stream.isOver());
    await expect(openStream(hubs[0], workspace.ctx())).rejects.toMatchObject({ code: 'unavailable' });
    expect(
      await query(
        `select 1 from pg_stat_activity where application_name = 'rapport live' and datname = current_database()`,
      ),
    ).toEqual([]);
  });
});
