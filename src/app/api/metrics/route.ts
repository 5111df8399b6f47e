import { createHash, timingSafeEqual } from 'node:crypto';
import { env } from '@/platform/env/env';
import { writeMetrics } from '@/platform/metrics/write-metrics';

export const dynamic = 'force-dynamic';

/** Prometheus text for who brings `Authorization: Bearer METRICS_TOKEN`. Without a token set there is nothing here. */
export async function GET(request: Request): Promise<Response> {
  const { METRICS_TOKEN } = env();
  if (!METRICS_TOKEN) return new Response('Not found\n', { status: 404 });
  if (!isSame(request.headers.get('authorization') ?? '', `Bearer ${METRICS_TOKEN}`)) {
    return new Response('Unauthorized\n', { status: 401, headers: { 'www-authenticate': 'Bearer' } });
  }
  return new Response(await writeMetrics(), {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
  });
}

/** In the same time wherever they differ. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
