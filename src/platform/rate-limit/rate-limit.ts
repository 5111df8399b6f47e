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
 * @throws AppError rate_limited
 */
export async function countRequest(key: string, perMinute: number): Promise<Allowance> {
  const requests = limiter(`key:${perMinute}`, () => new RateLimiterMemory({ points: perMinute, duration: 60 }));
  return toAllowance(await consume(requests, key), perMinute);
}

/**
 * Counts one attempt to sign in, for the address and for the sender, over all processes: ten an address and a hundred
 * a sender in 15 minutes.
 * @throws AppError rate_limited
 */
export async function countSignIn(email: string, ip: string): Promise<void> {
  const store = { storeClient: pool(), tableName: 'rate_limit', tableCreated: true, duration: 15 * 60 };
  await consume(
    limiter('sign-in', () => new RateLimiterPostgres({ ...store, keyPrefix: 'sign-in', points: 10 })),
    email.slice(0, 200),
  );
  await consume(
    limiter('sign-in-ip', () => new RateLimiterPostgres({ ...store, keyPrefix: 'sign-in-ip', points: 100 })),
    ip.slice(0, 60),
  );
}

async function consume(from: RateLimiterAbstract, key: string): Promise<RateLimiterRes> {
  try {
    return await from.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const retryAfterSeconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new AppError('rate_limited', {
      retryAfterSeconds,
      message: `Too many attempts. Try again in ${retryAfterSeconds} seconds.`,
    });
  }
}

function toAllowance(result: RateLimiterRes, limit: number): Allowance {
  return { limit, remaining: result.remainingPoints, resetSeconds: Math.ceil(result.msBeforeNext / 1000) };
}
