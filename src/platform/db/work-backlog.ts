import { sql } from '@/platform/db/rows';
import { unscopedRows } from '@/platform/db/unscoped';

/** How much of one kind of work there is, over all workspaces. */
export interface Backlog {
  work: 'to_relay' | 'pending' | 'running' | 'dead' | 'unknown';
  entries: number;
  /** Of the one that waits longest; 0 where nothing is due. */
  overdueSeconds: number;
}

/** What the worker has before it: numbers, and nothing of whom they are. */
export async function readBacklog(): Promise<Backlog[]> {
  return unscopedRows<Backlog>(sql`select work, entries, overdue_seconds as "overdueSeconds" from work_backlog()`);
}
