import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import type { LiveChanges, LiveHub, Listener } from '@/platform/live/live-hub';
import type { LiveChange } from '@/platform/live/live-notice';
import { logger } from '@/platform/logger/logger';
import { AppError, isAppError } from '@/shared/errors';

/** What a browser is told of a change. Without an id: something of this type. */
export interface HeardChange {
  kind: LiveChange['kind'];
  type: string;
  id: string | null;
  creatorId: string | null;
}

export interface StreamOptions {
  hub: LiveHub;
  /** Who listens, as they were when the stream was opened. */
  ctx: Context;
  /** Reads session and membership again; throws when the person may no longer listen. */
  recheck: () => Promise<Context>;
  /** What of a change this person may hear of; null: nothing. */
  hear: (ctx: Context, change: LiveChange) => HeardChange | null;
  /** Ends when the browser is gone. */
  signal: AbortSignal;
  /** Since when (ms) the browser does not know what happened; null: it has just read everything. */
  since: number | null;
  /** How often the session is looked at; 30 s when not given. */
  recheckEveryMs?: number;
}

const streamsPerPerson = 20;
const recheckEveryMs = 30_000;
/** How long a transaction may take whose events bear the time of its beginning. */
const lateMs = 10_000;
/** A browser that reads so slowly that this much waits reads again instead. */
const mostWaiting = 500;

const slot = globalThis as typeof globalThis & { rapportLiveStreams?: Map<string, number> };

function openStreams(): Map<string, number> {
  slot.rapportLiveStreams ??= new Map();
  return slot.rapportLiveStreams;
}

/**
 * Server-sent events of what changes in a workspace: `ready` ({missed}) once nothing is missed any more, `changes`
 * ({changes: HeardChange[] | 'all'}), and `ended` when the session has. Each bears the server's time as its id.
 * @throws AppError rate_limited (too many streams of one person), unavailable (no database, or the process ends)
 */
export async function openLiveStream(options: StreamOptions): Promise<Response> {
  const { hub, ctx, since } = options;
  if (hub.ended) throw new AppError('unavailable', { message: 'This server is about to stop.' });
  const release = countStream(ctx);
  try {
    await hub.ready();
    const missed = since !== null && (await hasHappenedSince(ctx, since));
    return new Response(new ReadableStream(new LiveStream(options, { missed, release }), { highWaterMark: 1 }), {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    });
  } catch (error) {
    release();
    throw error;
  }
}

function countStream(ctx: Context): () => void {
  const person = ctx.actor.type === 'user' ? ctx.actor.userId : ctx.workspaceId;
  const streams = openStreams();
  const open = streams.get(person) ?? 0;
  if (open >= streamsPerPerson)
    throw new AppError('rate_limited', { retryAfterSeconds: 60, message: 'Too many windows are open at once.' });
  streams.set(person, open + 1);
  let counted = true;
  return () => {
    if (!counted) return;
    counted = false;
    const rest = (streams.get(person) ?? 1) - 1;
    if (rest > 0) streams.set(person, rest);
    else streams.delete(person);
  };
}

async function hasHappenedSince(ctx: Context, since: number): Promise<boolean> {
  const rows = await inWorkspace(ctx, (tx) =>
    tx.rows(sql`select from domain_event
      where workspace_id = ${ctx.workspaceId}::uuid and occurred_at > ${new Date(since - lateMs)} limit 1`),
  );
  return rows.length > 0;
}

type Controller = ReadableStreamDefaultController<Uint8Array>;

const encoder = new TextEncoder();

/** One browser's stream: what it hears is written, and once a while it is asked whether it still may. */
class LiveStream implements Listener, UnderlyingDefaultSource<Uint8Array> {
  readonly workspaceId: string;
  private person: Context;
  private controller: Controller | undefined;
  private timer: NodeJS.Timeout | undefined;
  private remove: () => void = () => undefined;

  constructor(
    private readonly options: StreamOptions,
    private readonly opened: { missed: boolean; release: () => void },
  ) {
    this.person = options.ctx;
    this.workspaceId = options.ctx.workspaceId;
  }

  start(controller: Controller): void {
    const { hub, signal } = this.options;
    this.controller = controller;
    this.remove = hub.add(this);
    this.timer = setInterval(() => void this.beat(), this.options.recheckEveryMs ?? recheckEveryMs);
    signal.addEventListener('abort', this.end);
    // A server that starts again should not see all browsers come back in the same moment.
    this.write(`retry: ${1_000 + Math.round(Math.random() * 2_000)}\n\n`);
    this.send('ready', { missed: this.opened.missed });
    if (hub.ended || signal.aborted) this.end();
  }

  cancel(): void {
    this.leave();
  }

  hear(changes: LiveChanges): void {
    if ((this.controller?.desiredSize ?? 0) < -mostWaiting) this.end();
    const { hear } = this.options;
    const heard = changes === 'all' ? changes : changes.flatMap((change) => hear(this.person, change) ?? []);
    if (heard.length > 0) this.send('changes', { changes: heard });
  }

  readonly end = (): void => {
    const { controller } = this;
    this.leave();
    controller?.close();
  };

  /** Keeps proxies from ending what is silent, and ends what is no longer allowed. */
  private async beat(): Promise<void> {
    this.write(':\n\n');
    try {
      this.person = await this.options.recheck();
    } catch (error) {
      // Without the database nobody can say; the next time it is asked again.
      if (!isAppError(error)) {
        logger().warn({ err: error }, 'a live stream could not be checked');
        return;
      }
      this.send('ended', {});
      this.end();
    }
  }

  private send(name: string, content: object): void {
    this.write(`id: ${Date.now()}\nevent: ${name}\ndata: ${JSON.stringify(content)}\n\n`);
  }

  private write(text: string): void {
    this.controller?.enqueue(encoder.encode(text));
  }

  private leave(): void {
    this.controller = undefined;
    this.remove();
    this.opened.release();
    clearInterval(this.timer);
    this.options.signal.removeEventListener('abort', this.end);
  }
}
