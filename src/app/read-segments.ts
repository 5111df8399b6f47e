import { cache } from 'react';
import { findSegments } from '@/features/creators/queries/find-segments';
import type { Segment } from '@/features/creators/schemas/segment';
import { inWorkspace } from '@/platform/db/in-workspace';
import { pageContext } from '@/platform/web/current-context';

/** The saved filters of the signed-in person, for the navigation and the list alike; read once a request. */
export const readSegments = cache(async (workspace: string): Promise<Segment[]> => {
  const ctx = await pageContext(workspace, 'workspace.read');
  return ctx.permissions.has('segment.read') ? inWorkspace(ctx, findSegments) : [];
});
