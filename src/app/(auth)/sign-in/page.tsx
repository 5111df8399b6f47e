import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInForm } from '@/features/members/components/sign-in-form';
import { currentClaim } from '@/platform/web/current-context';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ callbackUrl?: string }> }) {
  if (await currentClaim()) redirect('/');
  const { callbackUrl } = await searchParams;
  return <SignInForm returnTo={localPath(callbackUrl)} />;
}

/** Only a path of this very app: an address of elsewhere would send the person there after the sign-in. */
function localPath(value: string | undefined): string {
  return value && /^\/(?![/\\])[\w\-/?=&%.~]*$/.test(value) ? value : '/';
}
