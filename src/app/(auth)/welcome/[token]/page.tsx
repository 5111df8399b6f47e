import type { Metadata } from 'next';
import { ChoosePasswordForm } from '@/features/members/components/choose-password-form';
import { findSignInLink } from '@/platform/auth/choose-password';
import { Callout } from '@/ui/callout';

export const metadata: Metadata = { title: 'Welcome' };

/** The one-time link of `npm run setup`. */
export default async function WelcomePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await findSignInLink(token);
  if (link) return <ChoosePasswordForm token={token} email={link.email} />;
  return (
    <Callout tone="attention" title="This link was used or has expired">
      Run the setup command again for a new one, or sign in if you have chosen a password already.
    </Callout>
  );
}
