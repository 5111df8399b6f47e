import { request as requestHttp, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { assertPublicLiteral, guardedLookup } from '@/platform/net/guarded-lookup';

export interface GuardedRequest {
  method?: 'GET' | 'POST';
  /** Not sent on to another origin by a redirect. */
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** Ends it; give it a time limit. */
  signal: AbortSignal;
  /** The longest answer that is read. */
  maxBytes: number;
  /** How many redirects of a GET are followed; each host is checked anew. None when not given. */
  redirects?: number;
}

export interface GuardedAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/**
 * An HTTP request to an address that a person named, checked like `guardedLookup` at each connection. Only http and
 * https, no user name in the address, no proxy, no connection kept.
 * @throws PrivateHostError, or Error when the address is none, cannot be reached, or answers more than `maxBytes`
 */
export async function requestGuarded(address: string | URL, request: GuardedRequest): Promise<GuardedAnswer> {
  const url = new URL(address);
  if (!['http:', 'https:'].includes(url.protocol) || url.username || url.password) {
    throw new Error(`${url.protocol}//${url.hostname} is no address that can be asked`);
  }
  const answer = await send(url, request);
  const { redirects = 0, ...rest } = request;
  const next = redirects > 0 ? findRedirect(url, answer) : null;
  if (!next || request.method === 'POST') return answer;
  const headers = next.origin === url.origin ? (request.headers ?? {}) : {};
  return requestGuarded(next, { ...rest, headers, redirects: redirects - 1 });
}

function findRedirect(from: URL, { status, headers: { location } }: GuardedAnswer): URL | null {
  return location && [301, 302, 303, 307, 308].includes(status) ? new URL(location, from) : null;
}

function send(
  url: URL,
  { method = 'GET', headers = {}, body, signal, maxBytes }: GuardedRequest,
): Promise<GuardedAnswer> {
  assertPublicLiteral(url.hostname);
  const open = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const outgoing = open(url, { method, headers, signal, lookup: guardedLookup, agent: false }, (incoming) => {
      readAll(incoming, maxBytes).then(
        (bytes) => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: bytes }),
        (error: Error) => {
          outgoing.destroy();
          reject(error);
        },
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

async function readAll(incoming: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new Error(`The answer is larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
