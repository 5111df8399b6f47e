import type { Tx } from '@/platform/db/in-workspace';
import { notifyChannel } from '@/platform/db/notify-channel';
import { encodeNotices, type LiveChange, type LiveNotice } from '@/platform/live/live-notice';

/** What the web processes listen on. */
export const liveChannel = 'rapport_live';

/** Tells every web process what changed. A hint and no ledger: who misses it reads again when they connect. */
export async function sendNotices(notices: readonly LiveNotice[]): Promise<void> {
  await notifyChannel(liveChannel, encodeNotices(notices));
}

/** Tells of what is no event once the transaction has committed; the changes of events are told by the relay. */
export function announce(tx: Tx, changes: LiveChange[]): void {
  tx.afterCommit(() => sendNotices([{ workspaceId: tx.ctx.workspaceId, changes }]));
}
