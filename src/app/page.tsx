import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { findOwnWorkspaces } from '@/platform/auth/session';
import { currentClaim } from '@/platform/web/current-context';
import { lastWorkspaceCookie } from '@/ui/shell/last-workspace';
import { NoWorkspace } from './no-workspace';

/** Where a person lands: the workspace they were in last, else the one they joined first, or the sign-in. */
export default async function Start() {
  const claim = await currentClaim();
  if (!claim) redirect('/sign-in');
  const own = await findOwnWorkspaces(claim.userId);
  const last = (await cookies()).get(lastWorkspaceCookie)?.value;
  const choice = own.find(({ slug }) => slug === last) ?? own[0];
  if (choice) redirect(`/${choice.slug}/creators`);
  return <NoWorkspace />;
}
