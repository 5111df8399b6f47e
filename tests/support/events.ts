import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '@/platform/auth/context';
import { systemClock } from '@/platform/clock/clock';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { defineEvent } from '@/platform/events/define-event';
import type { Subscriber } from '@/platform/events/define-subscriber';
import { type EffectRuntime, indexSubscribers } from '@/platform/events/effect-runtime';
import type { EffectState } from '@/platform/events/effect-transitions';
import { recordEvents } from '@/platform/events/record-event';
import type { EffectJob, EffectQueue } from '@/platform/queue/effect-queue';
import { newId } from '@/shared/ids';

/** An event of no product slice. */
export const rung = defineEvent<{ note: string }>('test.rung', 'creator');

/** What a subscriber of a test writes. */
export const echoed = defineEvent<Record<string, never>>('test.echoed', 'creator');

/** Records `count` events in one transaction of their own. */
export async function ring(ctx: Context, count = 1, note?: string): Promise<string[]> {
  const events = Array.from({ length: count }, (_, index) => ({
    subjectId: newId(),
    payload: { note: note ?? `n${index}` },
  }));
  return inWorkspace(ctx, (tx) => recordEvents(tx, rung, events));
}

export interface EffectRecord {
  id: string;
  state: EffectState;
  subscriber: string;
  recipient: string;
  attempts: number;
  lastError: string | null;
  dispatchedAt: Date | null;
  dueAt: Date;
}

export async function readEffects(ctx: Context): Promise<EffectRecord[]> {
  return inWorkspace(ctx, (tx) =>
    tx.rows<EffectRecord>(sql`
      select id, state, subscriber, recipient, attempts, last_error as "lastError", dispatched_at as "dispatchedAt", due_at as "dueAt"
      from effect order by subscriber, recipient, id`),
  );
}

export async function countRows(ctx: Context, table: 'event_pending' | 'event_seal' | 'domain_event'): Promise<number> {
  const [row] = await inWorkspace(ctx, (tx) =>
    tx.rows<{ count: number }>(
      {
        event_pending: sql`select count(*) from event_pending`,
        event_seal: sql`select count(*) from event_seal`,
        domain_event: sql`select count(*) from domain_event`,
      }[table],
    ),
  );
  return row!.count;
}

/** A promise that somebody else fulfils. */
export function createGate(): { opened: Promise<void>; open(): void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** A place where one of several actors waits until the test lets it go on. */
export interface Stop {
  /** The actor calls it and waits. */
  reached(): Promise<void>;
  isReached: Promise<void>;
  goOn(): void;
}

export function createStop(): Stop {
  const arrival = createGate();
  const departure = createGate();
  return {
    reached() {
      arrival.open();
      return departure.opened;
    },
    isReached: arrival.opened,
    goOn: departure.open,
  };
}

/** Waits until `check` answers something true; what it answered last is the failure's message. */
export async function eventually<T>(check: () => Promise<T> | T, limitMs = 15_000): Promise<NonNullable<T>> {
  const start = performance.now();
  for (;;) {
    const answer = await check();
    if (answer) return answer;
    if (performance.now() - start > limitMs) throw new Error(`not within ${limitMs} ms: ${String(answer)}`);
    await sleep(20);
  }
}

/** A queue that keeps what it was given, for tests of the ledger alone. */
export function createListQueue(): EffectQueue & { jobs: EffectJob[] } {
  const jobs: EffectJob[] = [];
  return {
    jobs,
    add: (added) => {
      jobs.push(...added);
      return Promise.resolve();
    },
    ping: () => Promise.resolve(),
    consume: () => ({ close: () => Promise.resolve() }),
    close: () => Promise.resolve(),
  };
}

export function createRuntime(subscribers: readonly Subscriber[], changes: Partial<EffectRuntime> = {}): EffectRuntime {
  return {
    subscribers: indexSubscribers(subscribers),
    clock: systemClock,
    leaseMs: 15_000,
    stopping: new AbortController().signal,
    ending: new AbortController().signal,
    ...changes,
  };
}
