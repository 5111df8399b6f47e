'use client';

import { useEffect, useRef } from 'react';

export interface SignInCredentials {
  email: string;
  password: string;
}

/** `error` is the code of the server's refusal, or `unreachable`. */
export type SignInResult = { ok: true } | { ok: false; error: string };

/**
 * Signs a person in with one request: the token against forgery, which the request must carry, is fetched while they
 * still type.
 */
export function useSignIn(): (credentials: SignInCredentials) => Promise<SignInResult> {
  const token = useRef<Promise<string> | null>(null);
  useEffect(() => {
    token.current ??= fetchToken();
    // Whether it came is seen when it is needed.
    token.current.catch(() => undefined);
  }, []);
  return async (credentials) => {
    const ahead = await token.current?.catch(() => undefined);
    try {
      const first = ahead === undefined ? undefined : await send(credentials, ahead);
      // The cookie that the token belongs to may be gone since.
      return first ?? (await send(credentials, await fetchToken())) ?? unreachable;
    } catch {
      return unreachable;
    }
  };
}

const unreachable: SignInResult = { ok: false, error: 'unreachable' };

async function fetchToken(): Promise<string> {
  const response = await fetch('/api/auth/csrf');
  const { csrfToken } = (await response.json()) as { csrfToken: string };
  return csrfToken;
}

/** Undefined when the token was not accepted. */
async function send(credentials: SignInCredentials, csrfToken: string): Promise<SignInResult | undefined> {
  const response = await fetch('/api/auth/callback/credentials', {
    method: 'POST',
    body: new URLSearchParams({ ...credentials, csrfToken, json: 'true' }),
  });
  const { url } = (await response.json()) as { url: string };
  const { searchParams } = new URL(url, window.location.origin);
  if (searchParams.has('csrf')) return undefined;
  const error = searchParams.get('error');
  if (error !== null) return { ok: false, error };
  return response.ok ? { ok: true } : unreachable;
}
