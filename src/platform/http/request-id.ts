import { encodeId, newId } from '@/shared/ids';

/** The caller's `X-Request-Id` when it is harmless, else a new one; it goes with the work through to the worker. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get('x-request-id');
  return given && /^[\w.:-]{8,100}$/.test(given) ? given : encodeId('request', newId());
}
