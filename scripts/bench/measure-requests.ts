import autocannon from 'autocannon';
import { type BenchRow, median, percentile } from './bench';

export interface Measured {
  perSecond: number;
  /** ms. */
  p50: number;
  /** ms. */
  p95: number;
}

export interface Load {
  /** Of the server. */
  base: string;
  /** The next request: they are asked one after the other, over and over. */
  next: () => Asked;
  /** Sent with each request. */
  headers?: Record<string, string>;
  /** How many are under way at once; 8. */
  concurrency?: number;
}

export interface Asked {
  path: string;
  method?: 'GET' | 'PATCH';
  body?: string;
}

const rounds = 5;
const secondsARound = 2;

/** Requests for two seconds; an answer that is not 2xx makes the figures worthless and is an error. */
export async function measureRequests({ base, next, headers = {}, concurrency = 8 }: Load): Promise<Measured> {
  const times: number[] = [];
  const setupRequest = (request: autocannon.Request): autocannon.Request => {
    const { path, method = 'GET', body } = next();
    return {
      ...request,
      path,
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body }),
    };
  };
  const options = { url: base, connections: concurrency, duration: secondsARound, requests: [{ setupRequest }] };
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(options, (error: Error | null, answered) => (error ? reject(error) : resolve(answered)));
    running.on('response', (...[, , , milliseconds]) => times.push(milliseconds));
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${base}${next().path}: ${result.non2xx} answers were not 2xx, ${result.errors} failed`);
  }
  return { perSecond: times.length / result.duration, p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

export interface Comparison {
  what: string;
  ours: Load;
  control: Load;
  controlName: string;
  /** What of both is compared, and how it shall come out. */
  reach: { of: keyof Measured; atLeast: number } | { of: keyof Measured; atMost: number };
}

/**
 * Asks ours and the control in turns, so that what disturbs the machine disturbs both, and compares the medians; the
 * first turn only warms up.
 */
export async function compareRequests({ what, ours, control, controlName, reach }: Comparison): Promise<BenchRow> {
  const own: Measured[] = [];
  const other: Measured[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const turn = [await measureRequests(ours), await measureRequests(control)] as const;
    if (round === 0) continue;
    own.push(turn[0]);
    other.push(turn[1]);
  }
  const ratio = median(own.map((measured, round) => measured[reach.of] / (other[round]?.[reach.of] ?? NaN)));
  const least = 'atLeast' in reach;
  return {
    what,
    ours: describe(own, reach.of),
    control: `${describe(other, reach.of)}, ${controlName}`,
    ratio,
    target: least ? `≥ ${reach.atLeast}×` : `≤ ${reach.atMost}×`,
    met: least ? ratio >= reach.atLeast : ratio <= reach.atMost,
  };
}

export function describe(turns: readonly Measured[], of: keyof Measured): string {
  const middle = (name: keyof Measured) => median(turns.map((turn) => turn[name]));
  if (of === 'perSecond') return `${middle('perSecond').toFixed(0)}/s (p50 ${middle('p50').toFixed(1)} ms)`;
  return `${of} ${middle(of).toFixed(1)} ms`;
}
