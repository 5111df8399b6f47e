import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { pool } from '@/platform/db/pool';
import { AppError } from '@/shared/errors';

export interface Allowance {
  limit: number;
  remaining: number;
  resetSeconds: number;
  /** Set when there is none left: this request is one too many. */
  retryAfterSeconds?: number;
}

const slot = globalThis as typeof globalThis & { rapportLimiters?: Map<string, RateLimiterAbstract> };

function limiter(name: string, create: () => RateLimiterAbstract): RateLimiterAbstract {
  slot.rapportLimiters ??= new Map();
  const known = slot.rapportLimiters.get(name);
  if (known) return known;
  const created = create();
  slot.rapportLimiters.set(name, created);
  return created;
}

/**
 * Counts one request of a key in this process. In memory: a count in the database would cost more than most requests,
 * so with several web processes a key has its limit in each.
 */
export async function countRequest(key: string, perMinute: number): Promise<Allowance> {
  const requests = limiter(`key:${perMinute}`, () => new RateLimiterMemory({ points: perMinute, duration: 60 }));
  const result = await requests.consume(key).catch((refused: unknown) => {
    if (refused instanceof RateLimiterRes) return refused;
    throw refused;
  });
  const resetSeconds = Math.ceil(result.msBeforeNext / 1000);
  const exceeded = result.consumedPoints > perMinute;
  return {
    limit: perMinute,
    remaining: result.remainingPoints,
    resetSeconds,
    ...(exceeded && { retryAfterSeconds: Math.max(1, resetSeconds) }),
  };
}

/**
 * Counts one attempt to sign in, for the address and for the sender, over all processes: ten an address (since its
 * last success) and a hundred a sender in 15 minutes.
 * @throws AppError rate_limited
 */
export async function countSignIn(email: string, ip: string): Promise<void> {
  await consume(signInLimiter('sign-in', 10), email.slice(0, 200));
  await consume(signInLimiter('sign-in-ip', 100), ip.slice(0, 60));
}

/** Who got in begins anew: only attempts that failed are to run out. */
export async function forgetSignIns(email: string): Promise<void> {
  await signInLimiter('sign-in', 10).delete(email.slice(0, 200));
}

function signInLimiter(keyPrefix: string, points: number): RateLimiterAbstract {
  const store = { storeClient: pool(), tableName: 'rate_limit', tableCreated: true, duration: 15 * 60 };
  return limiter(keyPrefix, () => new RateLimiterPostgres({ ...store, keyPrefix, points }));
}

async function consume(from: RateLimiterAbstract, key: string): Promise<void> {
  try {
    await from.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw tooMany(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
  }
}

export function tooMany(retryAfterSeconds: number): AppError {
  return new AppError('rate_limited', {
    retryAfterSeconds,
    message: `Too many attempts. Try again in ${retryAfterSeconds} seconds.`,
  });
}
