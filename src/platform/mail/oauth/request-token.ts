import { z } from 'zod';

export interface TokenRequest {
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  /** What it is asked for: a refresh token, or the code that a consent ended with. */
  grant:
    | { grant_type: 'refresh_token'; refresh_token: string }
    | { grant_type: 'authorization_code'; code: string; redirect_uri: string; code_verifier: string };
}

export interface Tokens {
  accessToken: string;
  /** Null when the one we have stays good. */
  refreshToken: string | null;
  expiresInSeconds: number;
  /** The signed statement of who consented (OpenID Connect), when it was asked for. */
  idToken: string | null;
}

const answerSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  id_token: z.string().optional(),
  expires_in: z.coerce.number().positive().default(3600),
});
const refusalSchema = z.object({ error: z.string(), error_description: z.string().optional() });

const timeoutMs = 15_000;

/**
 * Asks a provider for an access token (RFC 6749, sections 4.1.3 and 6).
 * @throws Error with `code` EAUTH when the provider refuses (the permission was withdrawn or has ended), any other when
 *   it cannot be reached or understood, which may pass
 */
export async function requestToken({ tokenUrl, clientId, clientSecret, grant }: TokenRequest): Promise<Tokens> {
  const response = await fetch(tokenUrl, {
    method: 'POST',
    body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...grant }),
    signal: AbortSignal.timeout(timeoutMs),
    redirect: 'error',
  });
  const text = await response.text();
  if (!response.ok) throw toRefusal(response.status, text);
  const answer = answerSchema.parse(JSON.parse(text));
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? null,
    expiresInSeconds: answer.expires_in,
    idToken: answer.id_token ?? null,
  };
}

function toRefusal(status: number, text: string): Error {
  const refusal = refusalSchema.safeParse(readJson(text));
  if (!refusal.success) return new Error(`The provider answered ${status}`);
  const { error, error_description: description = error } = refusal.data;
  // RFC 6749, 5.2: these do not change by waiting.
  const final = ['invalid_grant', 'invalid_client', 'unauthorized_client', 'invalid_scope'].includes(error);
  return Object.assign(new Error(description), final && { code: 'EAUTH', responseText: description });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
