import { sql } from '@/platform/db/rows';
import { unscopedRows } from '@/platform/db/unscoped';

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
    const [beat] = await unscopedRows<{ alive: boolean }>(
      sql`select exists (select from worker_heartbeat where beat_at > now() - interval '20 seconds') as alive`,
    );
    const worker = beat?.alive ? 'ok' : 'down';
    return { status: worker === 'ok' ? 'ready' : 'not_ready', database: 'ok', queue: worker, worker };
  } catch {
    return { status: 'not_ready', database: 'down', queue: 'down', worker: 'down' };
  }
}
