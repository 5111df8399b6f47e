import type { Client } from 'pg';
import type { Credentials } from './data-directory';
import { openServer } from './open-server';
import { type Server, connectAsSuperuser, ensureRunning, stopServer } from './server-process';

const DATABASE = 'rapport';
/** Session lock on the maintenance database: whoever holds it runs this server. It ends with its holder, however that dies. */
const HOLDER_LOCK = 7267707;

export interface EmbeddedOptions {
  /** The product's data folder (DATA_DIR); the cluster lies in its `postgres`. */
  dataDir: string;
  log?: (line: string) => void;
  /** Port to listen on; default PGPORT_EMBEDDED, else a free one. A server that already runs keeps its own. */
  port?: number;
  /** False turns fsync off: for tests only. */
  durable?: boolean;
  /** When another live process runs this server: `refuse` throws, `join` uses it and leaves it running at stop(). */
  whenInUse?: 'refuse' | 'join';
}

export interface EmbeddedPostgres {
  /** Superuser of the cluster: test support alone. */
  superuserUrl: string;
  /** rapport_owner: no superuser, may create roles and databases. What DATABASE_OWNER_URL is on a real server. */
  ownerUrl: string;
  /** rapport_app: what web and worker run as. */
  appUrl: string;
  port: number;
  /** Idempotent. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the npm packages on `dataDir`, or takes over one whose parent was killed.
 * Data survives; errors are one sentence that says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const server = await openServer(options);
  const port = await ensureRunning(server);
  const holder = await connectAsSuperuser(server.directory, port, `rapport process ${process.pid}`);
  if (!(await takeHold(holder))) {
    const other = await describeHolder(holder);
    await holder.end();
    if (options.whenInUse !== 'join') {
      throw new Error(
        `The database in ${server.directory.cluster} is in use by another running Rapport (${other}): stop it first, or set DATA_DIR to another folder.`,
      );
    }
    return { ...buildUrls(server.directory.credentials, port), stop: () => Promise.resolve() };
  }
  await prepareCluster(holder, server.directory.credentials);
  options.log?.(`PostgreSQL runs on port ${port}, data in ${server.directory.cluster}`);
  return { ...buildUrls(server.directory.credentials, port), stop: once(() => stopHeld(holder, server)) };
}

async function takeHold(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [HOLDER_LOCK]);
  return rows[0]?.held === true;
}

async function describeHolder(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_stat_activity join pg_locks using (pid)
      where locktype = 'advisory' and objid = $1 and granted`,
    [HOLDER_LOCK],
  );
  return rows[0]?.name.replace('rapport ', '') ?? 'it has just ended';
}

/** The roles a database administrator would make. The owner is no superuser, so that nothing works here alone. */
async function prepareCluster(client: Client, credentials: Credentials): Promise<void> {
  await client.query(`
    do $$ begin
      if not exists (select from pg_roles where rolname = 'rapport_owner') then
        create role rapport_owner login createrole createdb;
      end if;
    end $$`);
  await client.query(`alter role rapport_owner login createrole createdb password '${credentials.owner}'`);
  await client.query('set role rapport_owner');
  await client.query(`
    do $$ begin
      if not exists (select from pg_roles where rolname = 'rapport_app') then
        create role rapport_app login;
      end if;
    end $$`);
  await client.query(`alter role rapport_app login password '${credentials.app}'`);
  await client.query('reset role');
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`create database ${DATABASE} owner rapport_owner`);
}

function buildUrls(credentials: Credentials, port: number): Omit<EmbeddedPostgres, 'stop'> {
  const url = (user: string, password: string, database: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  return {
    superuserUrl: url('postgres', credentials.superuser, 'postgres'),
    ownerUrl: url('rapport_owner', credentials.owner, DATABASE),
    appUrl: url('rapport_app', credentials.app, DATABASE),
    port,
  };
}

async function stopHeld(holder: Client, server: Server): Promise<void> {
  await stopServer(server);
  await holder.end().catch(() => undefined);
}

function once(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= action());
}
