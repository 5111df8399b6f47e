import type { ReactNode } from 'react';
import { findOwnWorkspaces, getOwnUser } from '@/platform/auth/session';
import { pageContext } from '@/platform/web/current-context';
import { readSegments } from '@/app/read-segments';
import { TaskDesk } from '@/app/tasks/task-desk';
import { WorkspaceShell } from '@/app/workspace-shell';
import { encodeId } from '@/shared/ids';
import { LiveProvider } from '@/ui/live/live-provider';
import { WorkspaceScope } from '@/ui/shell/workspace-scope';

/** The shell around every screen of a workspace. */
export default async function WorkspaceLayout({
  params,
  children,
}: {
  params: Promise<{ workspace: string }>;
  children: ReactNode;
}) {
  const { workspace: slug } = await params;
  const ctx = await pageContext(slug, 'workspace.read');
  if (ctx.actor.type !== 'user') throw new Error('a page is for people');
  const { userId, membershipId } = ctx.actor;
  const [workspaces, user, segments] = await Promise.all([
    findOwnWorkspaces(userId),
    getOwnUser(userId),
    readSegments(slug),
  ]);
  const drawnAt = ctx.now.toISOString();
  return (
    <WorkspaceScope slug={slug} permissions={[...ctx.permissions]} drawnAt={drawnAt}>
      <LiveProvider key={slug} workspace={slug} drawnAt={drawnAt}>
        <WorkspaceShell
          slug={slug}
          workspaces={workspaces.map(({ id, name, slug: other }) => ({ id, name, slug: other }))}
          user={user}
          permissions={[...ctx.permissions]}
          savedSegments={segments.map(({ id, name }) => ({ id, name }))}
        >
          <TaskDesk me={encodeId('membership', membershipId)}>{children}</TaskDesk>
        </WorkspaceShell>
      </LiveProvider>
    </WorkspaceScope>
  );
}
