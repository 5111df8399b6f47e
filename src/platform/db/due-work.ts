import { sql } from '@/platform/db/rows';
import { unscopedRows } from '@/platform/db/unscoped';

/** What the worker scans for: events to relay, effects to give to the queue, leases that ran out, mailboxes to read. */
export type Work = 'event_pending' | 'effect_pending' | 'effect_expired' | 'mailbox';

export interface WorkItem {
  workspaceId: string;
  id: string;
}

/** Ids of what is due in all workspaces; the worker then enters each workspace like anyone else. */
export async function findDueWork(work: Work, limit: number): Promise<WorkItem[]> {
  const source = work === 'mailbox' ? sql`due_mailboxes(${limit}::int)` : sql`due_work(${work}, ${limit}::int)`;
  return unscopedRows<WorkItem>(sql`select workspace_id as "workspaceId", id from ${source}`);
}

/** What happens by itself at its time. */
export type TimedWork = 'snoozed_thread' | 'scheduled_message' | 'notification';

/** Ids of what is due at an instant in all workspaces, the longest due first. */
export async function findDueAt(work: TimedWork, { at, limit }: { at: Date; limit: number }): Promise<WorkItem[]> {
  const source = {
    snoozed_thread: sql`due_threads(${limit}::int, ${at})`,
    scheduled_message: sql`due_messages(${limit}::int, ${at})`,
    notification: sql`due_notifications(${at}, ${limit}::int)`,
  }[work];
  return unscopedRows<WorkItem>(sql`select workspace_id as "workspaceId", id from ${source}`);
}

/** The ids of `items` by workspace. */
export function groupByWorkspace(items: readonly WorkItem[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { workspaceId, id } of items) {
    const group = groups.get(workspaceId);
    if (group) group.push(id);
    else groups.set(workspaceId, [id]);
  }
  return groups;
}
