import { hostname } from 'node:os';
import { type Clock, systemClock } from '@/platform/clock/clock';
import { beatWorker, removeWorker } from '@/platform/db/worker-heartbeat';
import type { Subscriber } from '@/platform/events/define-subscriber';
import { type EffectRuntime, indexSubscribers } from '@/platform/events/effect-runtime';
import { reconcileEffects } from '@/platform/events/reconcile-effects';
import { relayEvents } from '@/platform/events/relay-events';
import { type EffectAddress, runEffect } from '@/platform/events/run-effect';
import { logger } from '@/platform/logger/logger';
import { openEffectQueue, type QueueHome } from '@/platform/queue/effect-queue';
import { newId } from '@/shared/ids';
import { carryOutDue } from '@/worker/due-scans';
import { readMailboxes, type MailboxReaderOptions } from '@/worker/mailboxes/read-mailboxes';
import { startLoop } from '@/worker/start-loop';

export interface WorkerOptions {
  subscribers: readonly Subscriber[];
  queue: QueueHome;
  clock?: Clock;
  /** How many effects run at once; 10 when not given, as many as the pool has connections. */
  concurrency?: number;
  relayEveryMs?: number;
  reconcileEveryMs?: number;
  /** How long a dead worker keeps an effect. */
  leaseMs?: number;
  /** How long `stop` waits for what is under way. */
  graceMs?: number;
  /** Reads the connected mailboxes, too; left out: not in this worker. */
  mailboxes?: Partial<MailboxReaderOptions>;
}

export interface RunningWorker {
  /** Takes nothing new, lets long work stop at its next batch, and waits for the rest as long as the grace lasts. */
  stop(): Promise<void>;
}

const heartbeatEveryMs = 5_000;
const defaults = { concurrency: 10, relayEveryMs: 25, reconcileEveryMs: 1_000, leaseMs: 15_000, graceMs: 8_000 };

/** Starts relay, reconciler, heartbeat and the running of effects in this process. Any number may run beside each other. */
export function runWorker(options: WorkerOptions): RunningWorker {
  const { clock = systemClock, ...settings } = { ...defaults, ...options };
  const queue = openEffectQueue(settings.queue);
  const stopping = new AbortController();
  const ending = new AbortController();
  const runtime: EffectRuntime = {
    subscribers: indexSubscribers(settings.subscribers),
    clock,
    leaseMs: settings.leaseMs,
    stopping: stopping.signal,
    ending: ending.signal,
  };
  const relay = { subscribers: settings.subscribers, queue, clock, setAside: new Map<string, number>() };
  const workerId = `${hostname()}:${process.pid}:${newId()}`;
  const startedAt = clock.now();
  const loops = [
    startLoop('relay', settings.relayEveryMs, () => relayEvents(relay)),
    startLoop('reconciler', settings.reconcileEveryMs, () => reconcileEffects({ runtime, queue })),
    startLoop('due', settings.reconcileEveryMs, () => carryOutDue(clock)),
    startLoop('heartbeat', heartbeatEveryMs, async () => {
      await queue.ping();
      await beatWorker(workerId, startedAt);
      return false;
    }),
  ];
  const reader = options.mailboxes && readMailboxes({ clock, ...options.mailboxes });
  const consumer = queue.consume(settings.concurrency, (job) => runLogged(runtime, job));

  return {
    async stop() {
      stopping.abort();
      const consumed = consumer.close();
      const grace = setTimeout(() => ending.abort(), settings.graceMs);
      await Promise.all([consumed, reader?.stop(), ...loops.map((loop) => loop.stop())]);
      clearTimeout(grace);
      await queue.close();
      await removeWorker(workerId).catch((error: unknown) => logger().warn({ err: error }, 'no last heartbeat'));
    },
  };
}

/** The ledger knows how an effect ended; the queue need not. */
async function runLogged(runtime: EffectRuntime, job: EffectAddress): Promise<void> {
  try {
    await runEffect(runtime, job);
  } catch (error) {
    logger().error({ err: error, ...job }, 'the ledger could not be reached; the reconciler offers the effect again');
  }
}
