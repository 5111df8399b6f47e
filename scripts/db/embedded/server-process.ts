import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import type { DataDirectory } from './data-directory';
import type { PostgresBinaries } from './find-binaries';
import { findFreePort } from './find-free-port';
import { isAlive } from './is-alive';
import type { ServerUser } from './find-server-user';
import { runAsServer } from './run-as-server';

const run = promisify(execFile);
const READY_TIMEOUT_MS = 60_000;

export interface Server {
  directory: DataDirectory;
  binaries: PostgresBinaries;
  user: ServerUser;
  /** False loses data when the machine stops: for tests. */
  durable: boolean;
  /** The port to take when the server has to be started; 0 takes a free one. */
  port: number;
}

/**
 * The port of the running server of this data directory, starting it when none runs. A server whose parent was killed
 * goes on running; it is found by its postmaster.pid and used again.
 */
export async function ensureRunning(server: Server): Promise<number> {
  const running = await findRunning(server.directory);
  if (running !== null) return running;
  const port = server.port || (await findFreePort());
  await rm(server.directory.log, { force: true });
  try {
    await control(server, ['start', '-w', '-t', '60', '-l', server.directory.log, '-o', serverFlags(server, port)]);
  } catch (error) {
    // Somebody else may have started it between our look and our start.
    const other = await findRunning(server.directory);
    if (other !== null) return other;
    throw new Error(await describeStartFailure(server, port, error as Error));
  }
  return port;
}

/** Stops the server, rolling open transactions back; nothing happens when it is not running. */
export async function stopServer(server: Server): Promise<void> {
  await control(server, ['stop', '-m', 'fast', '-w', '-t', '60']).catch(async (error: Error) => {
    if ((await readPidFile(server.directory.cluster)) !== null) throw error;
  });
}

/** Connects as superuser to the maintenance database. */
export async function connectAsSuperuser(directory: DataDirectory, port: number, name = 'rapport'): Promise<Client> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: directory.credentials.superuser,
    database: 'postgres',
    application_name: name,
    connectionTimeoutMillis: 5000,
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** The port of a server that runs on this directory and answers, waiting while it starts or stops; null for none. */
export async function findRunning(directory: DataDirectory): Promise<number | null> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    const found = await readPidFile(directory.cluster);
    if (!found) return null;
    if (!(await isPostgres(found.pid))) {
      await rm(join(directory.cluster, 'postmaster.pid'), { force: true });
      return null;
    }
    if (found.port && (await answers(directory, found.port))) return found.port;
    if (Date.now() > deadline) {
      throw new Error(
        `PostgreSQL (process ${found.pid}) holds ${directory.cluster} but does not answer: see ${directory.log}, end that process and start again.`,
      );
    }
    await sleep(200);
  }
}

async function answers(directory: DataDirectory, port: number): Promise<boolean> {
  try {
    const client = await connectAsSuperuser(directory, port);
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    await client.end();
    return resolve(rows[0]?.data_directory ?? '') === resolve(directory.cluster);
  } catch {
    return false;
  }
}

async function readPidFile(cluster: string): Promise<{ pid: number; port: number } | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3] ?? 0) };
}

/** The id in a stale postmaster.pid may meanwhile belong to any program, or to a dead one that nobody has buried. */
async function isPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    return /^\d+ \(postgres\) [^ZX]/.test(stat);
  }
  const { stdout } = await run('ps', ['-p', String(pid), '-o', 'stat=,comm=']).catch(() => ({ stdout: '' }));
  return stdout.includes('postgres') && !stdout.trim().startsWith('Z');
}

function serverFlags(server: Server, port: number): string {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    max_connections: '200',
    timezone: 'UTC',
    ...(server.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}="${value}"`)
    .join(' ');
}

async function control(server: Server, args: string[]): Promise<void> {
  await runAsServer(server.user, {
    program: server.binaries.pgCtl,
    folder: server.directory.home,
    args: ['-D', server.directory.cluster, ...args],
    env: { ...process.env, LC_ALL: 'C', PGDATA: '' },
  });
}

async function describeStartFailure(server: Server, port: number, error: Error): Promise<string> {
  const log = await readFile(server.directory.log, 'utf8').catch(() => '');
  if (/could not bind|Address already in use/.test(log)) {
    return `Port ${port} is taken, so PostgreSQL could not start: set PGPORT_EMBEDDED to another port, or leave it out.`;
  }
  const cause =
    log
      .split('\n')
      .filter((line) => /FATAL|PANIC/.test(line))
      .pop() ?? error.message.trim();
  return `PostgreSQL could not start on ${server.directory.cluster}: ${cause} (the whole log: ${server.directory.log})`;
}
