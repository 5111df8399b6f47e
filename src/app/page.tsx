import { redirect } from 'next/navigation';
import { findOwnWorkspaces } from '@/platform/auth/session';
import { currentClaim } from '@/platform/web/current-context';
import { NoWorkspace } from './no-workspace';

/** Where a person lands: their first workspace, or the sign-in. */
export default async function Start() {
  const claim = await currentClaim();
  if (!claim) redirect('/sign-in');
  const [first] = await findOwnWorkspaces(claim.userId);
  if (first) redirect(`/${first.slug}/creators`);
  return <NoWorkspace />;
}
