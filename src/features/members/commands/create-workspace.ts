import { workspaceCreated } from '@/features/members/events';
import { isWorkspaceSlug } from '@/features/members/model/workspace-slug';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { AppError } from '@/shared/errors';

/**
 * Founds the workspace that the transaction's Context already names.
 * @throws AppError invalid_input (slug), conflict (slug taken)
 */
export async function createWorkspace(tx: Tx, input: { name: string; slug: string }): Promise<void> {
  if (!isWorkspaceSlug(input.slug)) {
    throw new AppError('invalid_input', {
      reason: 'slug',
      message: `"${input.slug}" cannot be the address of a workspace.`,
    });
  }
  await tx.db.workspace.create({ data: { id: tx.ctx.workspaceId, name: input.name, slug: input.slug } });
  await recordEvent(tx, workspaceCreated, { subjectId: tx.ctx.workspaceId, payload: input });
}
