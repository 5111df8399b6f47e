import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '@/platform/clock/clock';
import type { Subscriber } from '@/platform/events/define-subscriber';
import { relayEvents } from '@/platform/events/relay-events';
import { runEffect } from '@/platform/events/run-effect';
import { carryOutDue } from '@/worker/due-scans';
import { createListQueue, createRuntime } from './events';

export interface FakeClock extends Clock {
  set(at: string): void;
}

export function createFakeClock(at: string): FakeClock {
  let now = new Date(at);
  return {
    now: () => now,
    set(next) {
      now = new Date(next);
    },
  };
}

/** What a worker does until nothing is left: relays, runs what follows, and looks whose time has come. */
export async function work(subscribers: readonly Subscriber[], clock: Clock): Promise<void> {
  const runtime = createRuntime(subscribers, { clock });
  for (let idle = 0; idle < 2;) {
    const queue = createListQueue();
    await relayEvents({ subscribers, queue, clock, setAside: new Map() });
    for (const { workspaceId, effectId } of queue.jobs) await runEffect(runtime, { workspaceId, effectId });
    await carryOutDue(clock);
    idle = queue.jobs.length === 0 ? idle + 1 : 0;
  }
}

export interface ReceivedPost {
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Speaks HTTP as Slack and push services do, as far as they answer: keeps what was posted, and says what it is told to. */
export async function startPostServer(): Promise<{
  url: string;
  received: ReceivedPost[];
  answer: { status: number; headers?: Record<string, string>; body?: string };
  stop(): Promise<void>;
}> {
  const received: ReceivedPost[] = [];
  const told = {
    answer: { status: 200, body: 'ok' } as { status: number; headers?: Record<string, string>; body?: string },
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks) });
      response.writeHead(told.answer.status, told.answer.headers).end(told.answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return Object.assign(told, { url: `http://127.0.0.1:${port}`, received, stop });
}
