import { checkHealth } from '@/platform/http/check-health';

export const dynamic = 'force-dynamic';

/** Database, queue and a worker's heartbeat: 200 when all three are well, 503 with the ill ones named. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, {
    status: health.status === 'ready' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
