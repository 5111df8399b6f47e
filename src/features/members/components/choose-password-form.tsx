'use client';

import { useState, type SyntheticEvent } from 'react';
import { choosePassword } from '@/features/members/actions';
import { useSignIn } from '@/features/members/components/use-sign-in';
import { textOf } from '@/features/members/components/text-of';
import { Button } from '@/ui/button';
import { Callout } from '@/ui/callout';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

/** The first password; afterwards the person is signed in. */
export function ChoosePasswordForm({ token, email }: { token: string; email: string }) {
  const [error, setError] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const signIn = useSignIn();

  async function submit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = textOf(form, 'password');
    setPending(true);
    setError(null);
    const result = await choosePassword({ token, password });
    if (!result.ok) {
      setPending(false);
      setError(result.error.message);
      return;
    }
    await signIn({ email, password });
    // Who is not signed in after all does so there.
    window.location.assign('/');
  }

  return (
    <form
      method="post"
      onSubmit={(event) => void submit(event)}
      className="flex flex-col gap-4 rounded-md border border-line bg-surface p-6"
    >
      <h1 className="text-lg font-semibold">Welcome</h1>
      <p className="text-ink-2">Choose the password for {email}.</p>
      {error && (
        <Callout tone="late" urgent>
          {error}
        </Callout>
      )}
      <input type="hidden" name="email" value={email} autoComplete="username" />
      <Field label="Password" name="password" hint="At least 12 characters; a sentence is good.">
        <Input
          name="password"
          type="password"
          autoComplete="new-password"
          required
          minLength={12}
          maxLength={1024}
          autoFocus
        />
      </Field>
      <Button type="submit" variant="primary" pending={pending} className="w-full justify-center">
        Continue
      </Button>
    </form>
  );
}
