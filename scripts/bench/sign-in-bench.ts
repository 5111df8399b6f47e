import type { BenchWorkspace } from './fill-bench';

/** Signs a person in as a browser does; answers the `cookie` header of its later requests. */
export async function signInBench(base: string, { email, password }: BenchWorkspace): Promise<string> {
  const asked = await fetch(`${base}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const answered = await fetch(`${base}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(asked) },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
  });
  const cookie = cookiesOf(answered);
  if (!cookie.includes('session-token')) throw new Error(`the sign-in of ${email} failed: ${answered.status}`);
  return cookie;
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
