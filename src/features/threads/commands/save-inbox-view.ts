import { inboxViewArchived, inboxViewSaved } from '@/features/threads/events';
import { requireSelf } from '@/features/threads/queries/require-self';
import type { SaveInboxViewInput } from '@/features/threads/schemas/find-threads';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';
import { newId } from '@/shared/ids';

/**
 * Keeps a way to look at the inbox under a name, for oneself or the team, and records `inbox_view.saved`. Only whoever
 * made it changes it. Answers its id.
 * @throws AppError not_found, invalid_state (a key)
 */
export async function saveInboxView(tx: Tx, { id, name, shared, filter }: SaveInboxViewInput): Promise<string> {
  const ownerId = requireSelf(tx.ctx);
  const { now, workspaceId } = tx.ctx;
  const view = { name, shared, filter };
  const viewId = id ?? newId();
  if (id === undefined)
    await tx.db.inboxView.create({ data: { ...view, id: viewId, workspaceId, ownerId, createdAt: now } });
  else {
    await lockOwnView(tx, id, ownerId);
    await tx.db.inboxView.updateMany({ where: { id }, data: view });
  }
  await recordEvent(tx, inboxViewSaved, { subjectId: viewId, payload: { name, shared } });
  return viewId;
}

/** Takes a saved view away and records `inbox_view.archived`. @throws AppError not_found (also another's) */
export async function archiveInboxView(tx: Tx, { id }: { id: string }): Promise<void> {
  const { name } = await lockOwnView(tx, id, requireSelf(tx.ctx));
  await tx.db.inboxView.updateMany({ where: { id }, data: { archivedAt: tx.ctx.now } });
  await recordEvent(tx, inboxViewArchived, { subjectId: id, payload: { name } });
}

async function lockOwnView(tx: Tx, id: string, ownerId: string): Promise<{ name: string }> {
  const [view] = await tx.rows<{ name: string }>(sql`
    select name from inbox_view where id = ${id}::uuid and owner_id = ${ownerId}::uuid and archived_at is null for update`);
  if (!view) throw new AppError('not_found', { reason: 'view', message: 'There is no such view of yours.' });
  return view;
}
