import { isWorkerAlive } from '@/platform/db/worker-heartbeat';

export interface Health {
  status: 'ready' | 'not_ready';
  database: 'ok' | 'down';
  queue: 'ok' | 'down';
  worker: 'ok' | 'down';
}

/**
 * Whether the parts the product stands on are there. The queue is judged by the workers' heartbeat, which they write
 * only while their queue answers, so that the web needs no connection to it.
 */
export async function checkHealth(): Promise<Health> {
  try {
    const worker = (await isWorkerAlive()) ? 'ok' : 'down';
    return { status: worker === 'ok' ? 'ready' : 'not_ready', database: 'ok', queue: worker, worker };
  } catch {
    return { status: 'not_ready', database: 'down', queue: 'down', worker: 'down' };
  }
}
