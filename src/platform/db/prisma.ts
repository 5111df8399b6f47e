import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '@/generated/prisma/client';

interface Slot {
  rapportPrisma?: PrismaClient;
  rapportTransaction?: AsyncLocalStorage<pg.PoolClient>;
}
const slot = globalThis as typeof globalThis & Slot;

/** The connection of the transaction we are in; kept on `globalThis` since Next loads this module more than once. */
export function currentConnection(): AsyncLocalStorage<pg.PoolClient> {
  slot.rapportTransaction ??= new AsyncLocalStorage();
  return slot.rapportTransaction;
}

const transactionWords = new Set(['BEGIN', 'COMMIT', 'ROLLBACK']);
const nothing = { rows: [], fields: [], rowCount: 0, command: '', oid: 0 };

/** Prisma's view of a connection whose transaction is opened and ended by `inWorkspace`, not by Prisma. */
function lend(client: pg.PoolClient): pg.PoolClient {
  return {
    query: (config: pg.QueryConfig) =>
      transactionWords.has(config.text) ? Promise.resolve(nothing) : client.query(config),
    on: () => undefined,
    removeListener: () => undefined,
    release: () => undefined,
  } as unknown as pg.PoolClient;
}

/** Gives Prisma the connection of the transaction we are in, and refuses it any other. */
class TransactionPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback?: unknown): Promise<pg.PoolClient> {
    const client = currentConnection().getStore();
    if (!client || callback) return Promise.reject(new Error('the database is reached through inWorkspace only'));
    return Promise.resolve(lend(client));
  }

  override query(): never {
    throw new Error('the database is reached through inWorkspace only');
  }
}

/** The process's one Prisma client. It owns no connection: see `inWorkspace`. */
export function prisma(): PrismaClient {
  slot.rapportPrisma ??= new PrismaClient({
    adapter: new PrismaPg(new TransactionPool({ max: 1 })),
    transactionOptions: { maxWait: 15_000, timeout: 10 * 60_000 },
  });
  return slot.rapportPrisma;
}
