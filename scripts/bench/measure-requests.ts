import autocannon from 'autocannon';

export interface Measured {
  perSecond: number;
  p50: number;
  p95: number;
}

export interface Asked {
  url: string;
  method?: 'GET' | 'PATCH';
  key?: string;
  /** A new body for each request. */
  body?: () => string;
  concurrency?: number;
}

/** Requests for a few seconds after a warm-up; an answer that is not 2xx makes the figures worthless and is an error. */
export async function measureRequests(asked: Asked, seconds = 6): Promise<Measured> {
  await run(asked, 2);
  const result = await run(asked, seconds);
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${asked.url}: ${result.non2xx} answers were not 2xx, ${result.errors} failed`);
  }
  return { perSecond: result.requests.average, p50: result.latency.p50, p95: result.latency.p97_5 };
}

async function run(
  { url, method = 'GET', key, body, concurrency = 8 }: Asked,
  duration: number,
): Promise<autocannon.Result> {
  const headers = {
    ...(key && { authorization: `Bearer ${key}` }),
    ...(body && { 'content-type': 'application/json' }),
  };
  return autocannon({
    url,
    connections: concurrency,
    duration,
    headers,
    method,
    ...(body && { requests: [{ method, setupRequest: (request) => ({ ...request, body: body() }) }] }),
  });
}
