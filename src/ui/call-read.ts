/** A read that was refused or did not reach the server; `message` is for the person. */
export class ReadError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

type Answer<T> = { ok: true; data: T } | { ok: false; error: { code: string; message: string } };

/** Servers and proxies refuse longer addresses; beyond, the input is posted. */
const longestAddress = 2000;

/**
 * Reads something of a workspace for a screen that is already drawn. Reads run side by side and can be given up.
 * @throws ReadError, or the AbortError of `signal`
 */
export async function callRead<T>(
  { workspace, name, signal }: { workspace: string; name: string; signal?: AbortSignal },
  input: object = {},
): Promise<T> {
  const body = JSON.stringify(input);
  const address = `/api/read/${workspace}/${name}`;
  const asked =
    body.length < longestAddress
      ? fetch(`${address}?input=${encodeURIComponent(body)}`, { signal })
      : fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal });
  const answer = await asked
    .then((response) => response.json() as Promise<Answer<T>>)
    .catch((error: unknown): Answer<T> => {
      if (signal?.aborted) throw error;
      return {
        ok: false,
        error: { code: 'unreachable', message: 'The server did not answer. Check your connection.' },
      };
    });
  if (answer.ok) return answer.data;
  throw new ReadError(answer.error.code, answer.error.message);
}
