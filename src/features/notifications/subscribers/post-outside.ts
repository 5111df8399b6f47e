import type { ActResult } from '@/platform/events/define-subscriber';
import { requestGuarded } from '@/platform/net/request-guarded';

interface Post {
  url: string;
  headers: Record<string, string>;
  body: string | Buffer;
  signal: AbortSignal;
}

/** Failures before anything was said: tried again, or refused for good. */
const notReached = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** Posts to an address that a person named, once: what was said without an answer is unknown. */
export async function postOutside({ url, ...request }: Post): Promise<ActResult<number>> {
  try {
    const { status, headers, body } = await requestGuarded(url, { method: 'POST', maxBytes: 64 * 1024, ...request });
    const reason = `answered ${status} ${body.toString('utf8').slice(0, 200)}`.trim();
    if (status < 300) return { outcome: 'done', receipt: status };
    if (status === 429 || status === 503) return { outcome: 'retry', reason, ...delayOf(headers['retry-after']) };
    return { outcome: status < 500 ? 'dead' : 'unknown', reason };
  } catch (error) {
    const { code = '', message } = error as Error & { code?: string };
    if (notReached.includes(code)) return { outcome: 'retry', reason: message };
    if (code === 'EPRIVATEHOST' || code === 'ERR_INVALID_URL') return { outcome: 'dead', reason: message };
    return { outcome: 'unknown', reason: message };
  }
}

function delayOf(retryAfter: string | undefined): { delayMs?: number } {
  const seconds = Number(retryAfter);
  return seconds > 0 ? { delayMs: Math.min(seconds, 3_600) * 1_000 } : {};
}
