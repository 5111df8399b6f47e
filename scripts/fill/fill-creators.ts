import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { createWorkerContext } from '@/platform/events/worker-context';
import { fillEvents } from './fill-events';
import { fillChildren, fillRecords } from './fill-records';
import { tags } from './names.data';
import { planCreators, type PlannedRange } from './plan-creators';

export interface FillOptions {
  workspaceId: string;
  count: number;
  /** Another seed makes other people. */
  seed?: number;
  /** The day the history ends: with the same one the same rows are made. */
  now?: Date;
  /** Takes the tables' statistics, as their owner: called after the first batch and at the end. */
  analyze?: () => Promise<void>;
  log?: (line: string) => void;
}

const batchSize = 10_000;

/** The day the history ends unless another is given. */
const fillDay = new Date('2026-11-20T12:00:00Z');

/**
 * Fills a workspace with believable creators, their handles with a follower history, addresses, tags, notes and
 * events, by statements over whole sets. Runs as the product does, behind its policies. The same seed and day make the
 * same people; a number that is there already is passed over, so it may be repeated and continued.
 */
export async function fillCreators({ workspaceId, count, seed = 1, ...options }: FillOptions): Promise<void> {
  const ctx = createWorkerContext({ workspaceId, now: options.now ?? fillDay });
  await inWorkspace(ctx, fillTags);
  for (let from = 1; from <= count; from += batchSize) {
    const until = Math.min(from + batchSize - 1, count);
    await inWorkspace(ctx, (tx) => fillBatch(tx, { from, until, seed }));
    options.log?.(`${until} of ${count} creators`);
    // A workspace that the statistics do not know is slow to fill.
    if (from === 1 || until === count) await options.analyze?.();
  }
}

async function fillBatch(tx: Tx, range: PlannedRange): Promise<void> {
  await tx.execute(sql`set local app.search_deferred = '1'`);
  await planCreators(tx, range);
  await fillRecords(tx);
  await fillChildren(tx);
  await fillEvents(tx);
  await tx.execute(sql`select refresh_creator_search(array(select id from planned))`);
}

async function fillTags(tx: Tx): Promise<void> {
  await tx.execute(sql`
    insert into tag (id, workspace_id, name, created_at)
    select gen_random_uuid(), ${tx.ctx.workspaceId}::uuid, name, ${tx.ctx.now}
    from unnest(${tags}::text[]) name on conflict do nothing`);
}
