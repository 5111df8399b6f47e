'use client';

import { useState, type SyntheticEvent } from 'react';
import { textOf } from '@/features/members/components/text-of';
import { useSignIn } from '@/features/members/components/use-sign-in';
import { Button } from '@/ui/button';
import { Callout } from '@/ui/callout';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

const messages: Record<string, string> = {
  rate_limited: 'Too many attempts. Wait a quarter of an hour, then try again.',
  CredentialsSignin: 'This address and password do not fit together. Your address is kept below.',
};

/** E-mail and password. What was typed stays when it is refused. */
export function SignInForm({ returnTo }: { returnTo: string }) {
  const [error, setError] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const signIn = useSignIn();

  async function submit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    setError(null);
    rememberTimeZone();
    const result = await signIn({ email: textOf(form, 'email'), password: textOf(form, 'password') });
    if (result.ok) {
      window.location.assign(returnTo);
      return;
    }
    setPending(false);
    setError(messages[result.error] ?? 'The server did not answer. Check your connection and try again.');
  }

  return (
    <form
      method="post"
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-4 rounded-md border border-line bg-surface p-6"
    >
      <h1 className="text-lg font-semibold">Sign in</h1>
      {error && (
        <Callout tone="late" urgent>
          {error}
        </Callout>
      )}
      <Field label="E-mail" name="email">
        <Input name="email" type="email" autoComplete="username" required maxLength={254} autoFocus />
      </Field>
      <Field label="Password" name="password">
        <Input name="password" type="password" autoComplete="current-password" required maxLength={1024} />
      </Field>
      <Button type="submit" variant="primary" pending={pending} className="w-full justify-center">
        Sign in
      </Button>
    </form>
  );
}

/** Times are shown in this zone; the server learns it here. */
function rememberTimeZone(): void {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  document.cookie = `tz=${timeZone}; path=/; max-age=31536000; samesite=lax`;
}
