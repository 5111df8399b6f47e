import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Prisma } from '@/generated/prisma/client';
import type { Context } from '@/platform/auth/context';
import { pool } from '@/platform/db/pool';
import { createLazyPrisma } from '@/platform/db/lazy-prisma';
import { currentConnection } from '@/platform/db/prisma';
import { executeSql, queryRows, type Sql } from '@/platform/db/rows';
import { logger } from '@/platform/logger/logger';
import { AppError } from '@/shared/errors';
import { isUuid } from '@/shared/ids';

declare const txBrand: unique symbol;

/**
 * The only database handle: one transaction in one workspace. `db` is Prisma; `rows` and `execute` run SQL on the
 * same connection in the same transaction, for the hottest statements.
 */
export interface Tx {
  readonly [txBrand]: true;
  readonly ctx: Context;
  readonly db: Prisma.TransactionClient;
  rows<Row extends object>(query: Sql): Promise<Row[]>;
  execute(query: Sql): Promise<number>;
  /** For hints that may be lost: runs once this transaction has committed; a failure is logged. */
  afterCommit(run: () => Promise<void>): void;
}

const attempts = 4;

/**
 * Runs `run` in one transaction that sees the rows of `ctx.workspaceId` and no other. Serialization failures and
 * deadlocks (40001, 40P01) are tried again, so `run` may run more than once and does nothing outside the database.
 * @throws AppError conflict when it keeps failing that way
 */
export async function inWorkspace<T>(ctx: Context, run: (tx: Tx) => Promise<T>): Promise<T> {
  if (currentConnection().getStore()) throw new Error('inWorkspace inside inWorkspace: pass the tx on instead');
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { result, afterwards } = await runOnce(ctx, run);
      await followUp(afterwards);
      return result;
    } catch (error) {
      if (!isRetryable(error)) throw error;
      if (attempt === attempts) {
        throw new AppError('conflict', {
          reason: 'busy',
          message: 'Others were changing the same rows. Nothing was changed; try again.',
        });
      }
      await sleep(10 * 2 ** attempt * Math.random());
    }
  }
}

type Hint = () => Promise<void>;

async function followUp(hints: readonly Hint[]): Promise<void> {
  for (const hint of hints)
    await hint().catch((error: unknown) => logger().warn({ err: error }, 'a hint after a commit was lost'));
}

async function runOnce<T>(ctx: Context, run: (tx: Tx) => Promise<T>): Promise<{ result: T; afterwards: Hint[] }> {
  if (!isUuid(ctx.workspaceId)) throw new Error('a context without a workspace');
  const client = await pool().connect();
  let broken: Error | undefined;
  const afterwards: Hint[] = [];
  try {
    await client.query(`begin; set local app.workspace_id = '${ctx.workspaceId}'`);
    const result = await currentConnection().run(client, async () => {
      const lazy = createLazyPrisma();
      try {
        const answer = await run(createTx(ctx, client, { db: lazy.db, afterwards }));
        await lazy.end();
        return answer;
      } catch (error) {
        await lazy.end(error);
        throw error;
      }
    });
    await client.query('commit');
    return { result, afterwards };
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

function createTx(
  ctx: Context,
  client: pg.PoolClient,
  { db, afterwards }: { db: Prisma.TransactionClient; afterwards: Hint[] },
): Tx {
  return {
    ctx,
    db,
    afterCommit: (hint: Hint) => void afterwards.push(hint),
    rows: (query: Sql) => queryRows(client, query),
    execute: (query: Sql) => executeSql(client, query),
  } as Tx;
}

function isRetryable(error: unknown): boolean {
  const code = sqlStateOf(error);
  return code === '40001' || code === '40P01';
}

/** The SQLSTATE of a failure, whether `pg` or Prisma raised it. */
export function sqlStateOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, meta, cause } = error as { code?: unknown; meta?: { driverAdapterError?: unknown }; cause?: unknown };
  if (code === 'P2034') return '40001';
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('P2')) return code;
  const { originalCode } = error as { originalCode?: unknown };
  if (typeof originalCode === 'string') return originalCode;
  return sqlStateOf(meta?.driverAdapterError) ?? sqlStateOf(cause);
}
