import { releaseDeliveries } from '@/features/notifications/commands/release-deliveries';
import { releaseMessages } from '@/features/threads/commands/release-messages';
import { wakeThreads } from '@/features/threads/commands/wake-threads';
import type { Clock } from '@/platform/clock/clock';
import { findDueAt, groupByWorkspace, type TimedWork } from '@/platform/db/due-work';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { createWorkerContext } from '@/platform/events/worker-context';
import { logger } from '@/platform/logger/logger';

const batchSize = 200;

/** What happens by itself when its time has come, and the command that does it. */
const scans: Record<TimedWork, (tx: Tx, ids: readonly string[]) => Promise<void>> = {
  snoozed_thread: wakeThreads,
  scheduled_message: releaseMessages,
  notification: releaseDeliveries,
};

/**
 * One pass over what is due in all workspaces. Each workspace is a transaction of its own, so that one that fails does
 * not hold up the others; any number of workers may do it at once. Answers whether there may be more at once.
 */
export async function carryOutDue(clock: Clock): Promise<boolean> {
  let more = false;
  for (const work of Object.keys(scans) as TimedWork[]) {
    const due = await findDueAt(work, { at: clock.now(), limit: batchSize });
    for (const [workspaceId, ids] of groupByWorkspace(due)) {
      const ctx = createWorkerContext({ workspaceId, now: clock.now() });
      await inWorkspace(ctx, (tx) => scans[work](tx, ids)).catch((error: unknown) =>
        logger().error({ err: error, work, workspaceId }, 'what is due could not be done; tried again'),
      );
    }
    more ||= due.length === batchSize;
  }
  return more;
}
