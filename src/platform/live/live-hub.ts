import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { env } from '@/platform/env/env';
import { decodeNotice, type LiveNotice } from '@/platform/live/live-notice';
import { liveChannel } from '@/platform/live/send-notices';
import { logger } from '@/platform/logger/logger';

export type LiveChanges = LiveNotice['changes'];

/** One of those whom a hub tells. */
export interface Listener {
  workspaceId: string;
  hear(changes: LiveChanges): void;
  /** The process ends. */
  end(): void;
}

const firstPauseMs = 250;
const longestPauseMs = 10_000;
const pingEveryMs = 15_000;
const pingLimitMs = 10_000;

/**
 * One LISTEN connection for all viewers of a process. It begins with the first viewer, comes back by itself, and then
 * tells everyone to read again, since what was said meanwhile is lost.
 */
export class LiveHub {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly ending = new AbortController();
  private running: Promise<void> | undefined;
  private standing = createDeferred();

  constructor(private readonly url: string) {}

  get ended(): boolean {
    return this.ending.signal.aborted;
  }

  /** Resolves as soon as nothing is missed any more. */
  async ready(): Promise<void> {
    this.running ??= this.run();
    await this.standing.promise;
  }

  /** Tells `listener` what happens in its workspace, until the answered function is called. */
  add(listener: Listener): () => void {
    const known = this.listeners.get(listener.workspaceId) ?? new Set();
    this.listeners.set(listener.workspaceId, known.add(listener));
    return () => {
      known.delete(listener);
      if (known.size === 0 && this.listeners.get(listener.workspaceId) === known)
        this.listeners.delete(listener.workspaceId);
    };
  }

  /** Ends the connection and every viewer's stream: an open one would hold off the end of the process. */
  async close(): Promise<void> {
    this.ending.abort();
    for (const listener of this.everyone()) listener.end();
    await this.running;
  }

  private everyone(): Listener[] {
    return [...this.listeners.values()].flatMap((some) => [...some]);
  }

  private async run(): Promise<void> {
    let pauseMs = firstPauseMs;
    for (let lost = false; !this.ended; lost = true) {
      try {
        await this.listen(() => {
          pauseMs = firstPauseMs;
          this.standing.resolve();
          if (lost) for (const listener of this.everyone()) listener.hear('all');
        });
      } catch (error) {
        logger().warn({ error: String(error), pauseMs }, 'live updates lost their connection; it is opened again');
      }
      this.standing = createDeferred();
      await sleep(pauseMs, undefined, { signal: this.ending.signal }).catch(() => undefined);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  }

  /** Listens until the connection is lost (throws) or the hub ends. */
  private async listen(begun: () => void): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: 10_000,
      query_timeout: pingLimitMs,
      application_name: 'rapport live',
    });
    const over = createDeferred();
    client.on('error', over.reject);
    client.on('end', () => over.reject(new Error('the connection ended')));
    client.on('notification', ({ payload }) => this.tell(decodeNotice(payload ?? '')));
    // A connection whose other side is gone without a word would be silent for hours.
    const ping = setInterval(() => void client.query('select 1').catch(over.reject), pingEveryMs);
    this.ending.signal.addEventListener('abort', over.resolve, { once: true });
    try {
      await client.connect();
      await client.query(`listen ${liveChannel}`);
      begun();
      await over.promise;
    } finally {
      clearInterval(ping);
      this.ending.signal.removeEventListener('abort', over.resolve);
      void client.end().catch(() => undefined);
    }
  }

  private tell(notice: LiveNotice | null): void {
    if (!notice) return;
    for (const listener of this.listeners.get(notice.workspaceId) ?? []) listener.hear(notice.changes);
  }
}

interface Deferred {
  promise: Promise<void>;
  resolve: () => void;
  reject: (error: Error) => void;
}

/** A promise that somebody else settles; nobody needs to be waiting for it. */
function createDeferred(): Deferred {
  const made: Partial<Deferred> = {};
  const promise = new Promise<void>((resolve, reject) => Object.assign(made, { resolve, reject }));
  promise.catch(() => undefined);
  return { ...made, promise } as Deferred;
}

const slot = globalThis as typeof globalThis & { rapportLiveHub?: LiveHub };

/** The process's one hub; kept on `globalThis` since Next loads this module more than once. */
export function liveHub(): LiveHub {
  slot.rapportLiveHub ??= new LiveHub(env().DATABASE_URL);
  return slot.rapportLiveHub;
}

/** For the end of the process: a hub that was never asked for stays unmade. */
export async function closeLiveHub(): Promise<void> {
  await slot.rapportLiveHub?.close();
}
