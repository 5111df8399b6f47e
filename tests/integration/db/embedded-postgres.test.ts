import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type EmbeddedOptions, startEmbeddedPostgres } from '../../../scripts/db/embedded/start-embedded-postgres';
import { stopAbandonedPostgres } from '../../../scripts/db/embedded/stop-abandoned-postgres';
import { query } from '../../support/query';
import { makeTemporaryFolder } from '../../support/temporary-folder';

const holdScript = fileURLToPath(new URL('../../support/hold-embedded-postgres.ts', import.meta.url));

describe('startEmbeddedPostgres', () => {
  it('gives an owner without superuser rights and keeps the data from one start to the next', async () => {
    const dataDir = await makeTemporaryFolder();
    const first = await start({ dataDir });
    expect(await query(first.ownerUrl, 'create table kept as select 7 as value', describeSelf)).toEqual([
      { role: 'rapport_owner', superuser: false, creates: true },
    ]);
    expect(await query(first.appUrl, describeSelf)).toEqual([
      { role: 'rapport_app', superuser: false, creates: false },
    ]);
    expect(await query(first.superuserUrl, 'show fsync')).toEqual([{ fsync: 'off' }]);
    await first.stop();
    await first.stop();
    await expect(query(first.ownerUrl, 'select 1')).rejects.toThrow('ECONNREFUSED');
    const second = await start({ dataDir, durable: true });
    expect(await query(second.ownerUrl, 'select value from kept')).toEqual([{ value: 7 }]);
    expect(await query(second.superuserUrl, 'show fsync')).toEqual([{ fsync: 'on' }]);
    expect(await query(second.ownerUrl, `select lower('ÉÀ') as lower, 'a' < 'B' as sorted`)).toEqual([
      { lower: 'éà', sorted: true },
    ]);
  });

  it('takes over the server of a process that was killed', async () => {
    const dataDir = await makeTemporaryFolder();
    const { holder, ownerUrl } = await hold(dataDir);
    await query(ownerUrl, 'create table kept as select 7 as value');
    await kill(holder);
    const server = await start({ dataDir });
    expect(server.ownerUrl).toBe(ownerUrl);
    expect(await query(server.ownerUrl, 'select value from kept')).toEqual([{ value: 7 }]);
    await server.stop();
    await expect(query(ownerUrl, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('recovers when the server was killed as well, and when its number belongs to another program', async () => {
    const dataDir = await makeTemporaryFolder();
    const { holder, ownerUrl } = await hold(dataDir);
    await query(ownerUrl, 'create table kept as select 7 as value');
    await kill(holder);
    const pidFile = `${dataDir}/postgres/cluster/postmaster.pid`;
    const text = await readFile(pidFile, 'utf8');
    process.kill(Number(text.split('\n')[0]), 'SIGKILL');
    const again = await start({ dataDir });
    expect(await query(again.ownerUrl, 'select value from kept')).toEqual([{ value: 7 }]);
    await again.stop();
    await writeFile(pidFile, text.replace(/^\d+/, String(process.pid)));
    const third = await start({ dataDir });
    expect(await query(third.ownerUrl, 'select value from kept')).toEqual([{ value: 7 }]);
  });

  it('is refused while another process runs it, or joins it', async () => {
    const dataDir = await makeTemporaryFolder();
    const { holder, ownerUrl } = await hold(dataDir);
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
      `is in use by another running Rapport (process ${holder.pid}): stop it first, or set DATA_DIR to another folder.`,
    );
    const joined = await startEmbeddedPostgres({ dataDir, whenInUse: 'join' });
    expect(joined.ownerUrl).toBe(ownerUrl);
    await joined.stop();
    expect(await query(ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await kill(holder);
    await stopAbandonedPostgres(dataDir);
    await expect(query(ownerUrl, 'select 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('starts once when two begin at the same time on an empty folder', async () => {
    const dataDir = await makeTemporaryFolder();
    const [first, second] = await Promise.all([hold(dataDir, true), hold(dataDir, true)]);
    const ended = [first, second].filter(({ ownerUrl }) => ownerUrl === '');
    expect(ended).toHaveLength(1);
    expect(ended[0]?.errors).toContain('is in use by another running Rapport');
    await Promise.all([kill(first.holder), kill(second.holder)]);
    await stopAbandonedPostgres(dataDir);
  });

  it('begins anew where a first start was interrupted', async () => {
    const dataDir = await makeTemporaryFolder();
    await mkdir(`${dataDir}/postgres/cluster.999999999`, { recursive: true });
    await writeFile(`${dataDir}/postgres/cluster.999999999/PG_VERSION`, '18');
    const server = await start({ dataDir });
    expect(await query(server.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect((await readdir(`${dataDir}/postgres`)).sort()).toEqual(['cluster', 'server.log']);
  });

  it('says what to do about data of another version and a port that is taken', async () => {
    const dataDir = await makeTemporaryFolder();
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    onTestFinished(() => void listener.close());
    const port = (listener.address() as { port: number }).port;
    await expect(startEmbeddedPostgres({ dataDir, port, durable: false })).rejects.toThrow(
      `Port ${port} is taken, so PostgreSQL could not start: set PGPORT_EMBEDDED to another port, or leave it out.`,
    );
    await writeFile(`${dataDir}/postgres/cluster/PG_VERSION`, '14\n');
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
      /was made by PostgreSQL 14 and the bundled one is \d+/,
    );
  });
});

const describeSelf =
  'select rolname as role, rolsuper as superuser, rolcreaterole as creates from pg_roles where rolname = current_user';

async function start(options: EmbeddedOptions) {
  const server = await startEmbeddedPostgres({ durable: false, ...options });
  onTestFinished(server.stop);
  return server;
}

interface Held {
  holder: ChildProcess;
  ownerUrl: string;
  errors: string;
}

/** Runs the server in a process of its own; with `mayEnd` a process that ends instead gives an empty address. */
async function hold(dataDir: string, mayEnd = false): Promise<Held> {
  const holder = spawn(process.execPath, ['--import', 'tsx', holdScript, dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => kill(holder));
  let ownerUrl = '';
  let errors = '';
  holder.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  await new Promise<void>((resolve) => {
    holder.stdout.on('data', (chunk: Buffer) => {
      ownerUrl += chunk.toString().trim();
      resolve();
    });
    holder.once('close', () => resolve());
  });
  if (!ownerUrl && !mayEnd) throw new Error(errors);
  return { holder, ownerUrl, errors };
}

async function kill(holder: ChildProcess): Promise<void> {
  if (holder.exitCode !== null || holder.signalCode !== null) return;
  const exited = once(holder, 'exit');
  holder.kill('SIGKILL');
  await exited;
}
