import { createPostgresBackend, Queue, Worker } from 'bullmq';
import pg from 'pg';
import { appRole } from '@/platform/db/pool';
import { logger } from '@/platform/logger/logger';

/** Where the queue lives. */
export type QueueHome = { kind: 'postgres'; url: string } | { kind: 'redis'; url: string };

/** Ids and nothing else: the ledger holds the rest. */
export interface EffectJob {
  workspaceId: string;
  effectId: string;
}

export interface Consumer {
  /** Takes no more jobs and waits for those under way. */
  close(): Promise<void>;
}

/** One queue for all effects. It may be emptied at any time: the ledger knows what must still happen. */
export interface EffectQueue {
  /**
   * Adds jobs under their effect's id; one that is in the queue already is left alone.
   * @throws Error when the queue does not take them within the time limit, and at once while an earlier attempt hangs
   */
  add(jobs: readonly EffectJob[]): Promise<void>;
  consume(concurrency: number, run: (job: EffectJob) => Promise<void>): Consumer;
  /** @throws Error when the queue does not answer within the time limit */
  ping(): Promise<void>;
  close(): Promise<void>;
}

const queueName = 'effects';
const addLimitMs = 2_000;
const closeLimitMs = 2_000;
/** A job of a killed worker runs again after at most twice this. */
const lockMs = 5_000;

/** Opens the queue with connections of its own, few and shared by what adds and what consumes. */
export function openEffectQueue(home: QueueHome): EffectQueue {
  const connections = connect(home);
  const { queue } = connections;
  let hanging = false;
  return {
    async add(jobs) {
      if (hanging) throw new Error('the queue does not answer');
      const adding = queue.addBulk(jobs.map(toBulkJob)).finally(() => {
        hanging = false;
      });
      await withinLimit(adding, addLimitMs, () => {
        hanging = true;
      });
    },
    consume(concurrency, run) {
      const worker = connections.createWorker(concurrency, run);
      worker.on('error', (error) => logger().warn({ err: error }, 'the queue is in trouble'));
      return { close: () => worker.close() };
    },
    async ping() {
      await withinLimit(queue.count(), addLimitMs, () => undefined);
    },
    async close() {
      await withinLimit(queue.close(), closeLimitMs, () => undefined).catch(() => undefined);
      await connections.end();
    },
  };
}

/** A kept id would swallow the next dispatch of the same effect, so nothing finished stays. */
function toBulkJob(job: EffectJob) {
  return {
    name: 'run',
    data: job,
    opts: { jobId: job.effectId, attempts: 1, removeOnComplete: true, removeOnFail: true },
  };
}

/** What both backends have in common of BullMQ's classes, whose types differ by backend. */
interface Connections {
  queue: {
    addBulk(jobs: ReturnType<typeof toBulkJob>[]): Promise<unknown>;
    count(): Promise<number>;
    on(event: 'error', listener: (error: Error) => void): unknown;
    close(): Promise<void>;
  };
  createWorker(
    concurrency: number,
    run: (job: EffectJob) => Promise<void>,
  ): {
    on(event: 'error', listener: (error: Error) => void): unknown;
    close(): Promise<void>;
  };
  end(): Promise<void>;
}

function connect(home: QueueHome): Connections {
  const connections = home.kind === 'postgres' ? connectPostgres(home.url) : connectRedis(home.url);
  connections.queue.on('error', (error) => logger().warn({ err: error }, 'the queue is in trouble'));
  return connections;
}

/** One pool for all: a Queue and a Worker would open ten connections each. One of them listens. */
function connectPostgres(url: string): Connections {
  const connection = new pg.Pool({
    connectionString: url,
    max: 5,
    options: `-c role=${appRole} -c search_path=bullmq,public`,
    application_name: 'rapport queue',
  });
  connection.on('error', (error) => logger().warn({ err: error }, 'an idle queue connection ended'));
  // As in platform/db/pool: one that ends while it is lent out must not end the process.
  connection.on('connect', (client) => client.on('error', () => undefined));
  return {
    queue: new Queue(queueName, { connection }, createPostgresBackend),
    createWorker: (concurrency, run) =>
      new Worker(
        queueName,
        (job: { data: EffectJob }) => run(job.data),
        { connection, ...workerOptions(concurrency) },
        createPostgresBackend,
      ),
    end: () => connection.end(),
  };
}

function connectRedis(url: string): Connections {
  // A worker waits for Redis to come back; whoever adds is told at once.
  return {
    queue: new Queue(queueName, { connection: { url, enableOfflineQueue: false } }),
    createWorker: (concurrency, run) =>
      new Worker(queueName, (job: { data: EffectJob }) => run(job.data), {
        connection: { url, maxRetriesPerRequest: null },
        ...workerOptions(concurrency),
      }),
    end: () => Promise.resolve(),
  };
}

function workerOptions(concurrency: number) {
  return {
    concurrency,
    lockDuration: lockMs,
    stalledInterval: lockMs,
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 0 },
  };
}

async function withinLimit<T>(work: Promise<T>, limitMs: number, onLimit: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      onLimit();
      reject(new Error(`no answer within ${limitMs} ms`));
    }, limitMs);
  });
  work.catch(() => undefined);
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
