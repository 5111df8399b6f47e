import pg from 'pg';
import { env } from '@/platform/env/env';
import { logger } from '@/platform/logger/logger';

const slot = globalThis as typeof globalThis & { rapportPool?: pg.Pool };

/** The role web and worker act as, whatever they log in as. Policies bind it. */
export const appRole = 'rapport_app';

/** The process's one pool. Every connection steps down to `rapport_app` before its first statement. */
export function pool(): pg.Pool {
  slot.rapportPool ??= createPool(env().DATABASE_URL, env().DATABASE_POOL);
  return slot.rapportPool;
}

/** A pool whose connections act as `rapport_app`. */
export function createPool(url: string, size: number): pg.Pool {
  const created = new pg.Pool({
    connectionString: url,
    max: size,
    options: `-c role=${appRole} -c timezone=UTC -c jit=off`,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 15_000,
    application_name: 'rapport',
  });
  created.on('error', (error) => logger().warn({ error: error.message }, 'an idle database connection ended'));
  // One that ends while it is lent out, between two statements, tells it by its own event; unheard, that ends the process.
  // Whoever holds it is refused the next statement.
  created.on('connect', (client) => client.on('error', () => undefined));
  return created;
}

/** Ends the pool once its clients are back. */
export async function closePool(): Promise<void> {
  const open = slot.rapportPool;
  slot.rapportPool = undefined;
  await open?.end();
}
