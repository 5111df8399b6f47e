import type pg from 'pg';
import { pool } from '@/platform/db/pool';
import { queryRows, type Sql } from '@/platform/db/rows';
import { isUuid } from '@/shared/ids';

/**
 * Reads and writes outside any workspace: global tables and definer functions only, since the policies hide every
 * tenant row here. For sign-in, migrations, seeds and test support; nobody else may import it (boundaries).
 */
export async function unscopedRows<Row extends object>(query: Sql): Promise<Row[]> {
  return withConnection((client) => queryRows<Row>(client, query));
}

/** Reads what a person may see before a workspace is chosen: their own memberships and workspaces. */
export async function rowsOfUser<Row extends object>(userId: string, query: Sql): Promise<Row[]> {
  return withSetting('app.user_id', userId, query);
}

/** Reads one workspace's rows without a Context: for building one. */
export async function rowsOfWorkspace<Row extends object>(workspaceId: string, query: Sql): Promise<Row[]> {
  return withSetting('app.workspace_id', workspaceId, query);
}

async function withSetting<Row extends object>(setting: string, id: string, query: Sql): Promise<Row[]> {
  if (!isUuid(id)) throw new Error(`${setting} wants a uuid`);
  return withConnection(async (client) => {
    await client.query(`begin; set local ${setting} = '${id}'`);
    try {
      const rows = await queryRows<Row>(client, query);
      await client.query('commit');
      return rows;
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  });
}

async function withConnection<T>(run: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    return await run(client);
  } catch (error) {
    if (error instanceof Error && !('code' in error)) broken = error;
    throw error;
  } finally {
    client.release(broken);
  }
}
