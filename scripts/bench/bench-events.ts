import { setTimeout as sleep } from 'node:timers/promises';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { defineEvent } from '@/platform/events/define-event';
import { defineInternalSubscriber } from '@/platform/events/define-subscriber';
import { recordEvents } from '@/platform/events/record-event';
import type { QueueHome } from '@/platform/queue/effect-queue';
import { newId } from '@/shared/ids';
import { runWorker } from '@/worker/run-worker';
import { findWorkspaceId } from '../find-workspace';
import { foundWorkspace, operatorContext } from '../found-workspace';
import { type Bench, type BenchRow, information, median, percentile } from './bench';
import { measureBareQueue } from './measure-bare-queue';
import { startBenchRedis } from './start-bench-redis';

/** An event of no product slice, with a subscriber that does nothing. */
const rung = defineEvent<{ note: string }>('bench.rung', 'creator');

const rounds = 3;
const jobs = 3000;
/** As many as an import or a bulk change records in one transaction. */
const together = 20;
const rate = 50;
const seconds = 8;

/** From an event to the effect of a subscriber that does nothing, beside bare BullMQ on the same backend. */
export const benchEvents: Bench = {
  name: 'events',
  async run({ appUrl }) {
    const { slug } = await foundWorkspace({ workspace: `Bench Events ${newId()}`, email: 'events@bench.example' });
    const workspaceId = await findWorkspaceId(slug);
    const rows = await benchBackend({ kind: 'postgres', url: appUrl }, workspaceId);
    const redis = await startBenchRedis();
    if ('missing' in redis) return [...rows, information('events in Redis: not measured', redis.missing)];
    try {
      return [...rows, ...(await benchBackend({ kind: 'redis', url: redis.url }, workspaceId))];
    } finally {
      await redis.stop();
    }
  },
};

async function benchBackend(home: QueueHome, workspaceId: string): Promise<BenchRow[]> {
  const name = home.kind === 'postgres' ? 'PostgreSQL' : 'Redis';
  const own: number[] = [];
  const other: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    own.push(await measureThroughput(home, workspaceId));
    other.push(await measureBareQueue(home, jobs));
  }
  const delays = await measureDelays(home, workspaceId);
  const [perSecond, ratio, p95] = [
    median(own),
    median(own.map((each, i) => each / (other[i] ?? NaN))),
    percentile(delays, 0.95),
  ];
  const inPostgres = home.kind === 'postgres';
  return [
    {
      what: `event → effect → no-op, ${name}`,
      ours: `${perSecond.toFixed(0)}/s`,
      control: `${median(other).toFixed(0)}/s, BullMQ no-op`,
      ratio,
      target: inPostgres ? '≥ 0.3×' : '≥ 300/s',
      met: inPostgres ? ratio >= 0.3 : perSecond >= 300,
    },
    {
      what: `  commit → start at ${rate}/s, ${name}`,
      ours: `p50 ${percentile(delays, 0.5).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
      control: '',
      ratio: null,
      target: 'p95 ≤ 250 ms',
      met: p95 <= 250,
    },
  ];
}

/** Effects a second, from the recording of the first event to the end of the last effect. */
async function measureThroughput(home: QueueHome, workspaceId: string): Promise<number> {
  let [run, begun] = [0, 0];
  const took = await withWorker(home, workspaceId, {
    onRun: () => (run += 1),
    measure: async () => {
      begun = performance.now();
      for (let recorded = 0; recorded < jobs; recorded += together) await ring(workspaceId, together);
      await until(() => run >= jobs);
      return performance.now() - begun;
    },
  });
  return jobs / (took / 1000);
}

/** ms from each commit to the start of its effect, at a steady rate. */
async function measureDelays(home: QueueHome, workspaceId: string): Promise<number[]> {
  const started = new Map<string, number>();
  const committed = new Map<string, number>();
  await withWorker(home, workspaceId, {
    onRun: (eventId) => started.set(eventId, performance.now()),
    measure: async () => {
      const begun = performance.now();
      const recording: Promise<void>[] = [];
      for (let index = 0; index < rate * seconds; index += 1) {
        await sleep(begun + (index * 1000) / rate - performance.now());
        recording.push(ring(workspaceId, 1).then(([id = '']) => void committed.set(id, performance.now())));
      }
      await Promise.all(recording);
      await until(() => started.size >= rate * seconds);
    },
  });
  return [...committed].map(([id, at]) => (started.get(id) ?? NaN) - at);
}

async function withWorker<T>(
  home: QueueHome,
  workspaceId: string,
  { onRun, measure }: { onRun: (eventId: string) => unknown; measure: () => Promise<T> },
): Promise<T> {
  const noop = defineInternalSubscriber({
    name: `bench.ring-${newId()}`,
    on: [rung],
    run: (_tx, { event }) => Promise.resolve(void onRun(event.id)),
  });
  const worker = runWorker({ subscribers: [noop], queue: home });
  try {
    // What others left is relayed first, and the connections are open.
    await until(async () => (await countPending(workspaceId)) === 0);
    await sleep(500);
    return await measure();
  } finally {
    await worker.stop();
  }
}

async function ring(workspaceId: string, count: number): Promise<string[]> {
  const events = Array.from({ length: count }, (_, index) => ({ subjectId: newId(), payload: { note: `${index}` } }));
  return inWorkspace(operatorContext(workspaceId), (tx) => recordEvents(tx, rung, events));
}

async function countPending(workspaceId: string): Promise<number> {
  const [row] = await inWorkspace(operatorContext(workspaceId), (tx) =>
    tx.rows<{ count: number }>(sql`select count(*) from event_pending`),
  );
  return row?.count ?? 0;
}

async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await check())) await sleep(5);
}
