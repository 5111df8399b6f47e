import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../../scripts/db/embedded/find-free-port';
import { findDovecot } from '../../scripts/install/find-dovecot.mjs';
import { findMailOwner, own, writeDovecotConfig } from './dovecot-config';

export interface TestDovecot {
  host: string;
  port: number;
  /** TLS from the first byte, with a certificate nobody vouches for. */
  tlsPort: number;
  /** The password of every user; a user is there as soon as it is named. */
  password: string;
  /** Lays a message into a folder, as a mail server delivers it. */
  deliver(user: string, raw: string | Buffer, folder?: string): void;
  /** The messages of a folder, oldest first. */
  read(user: string, folder?: string): string[];
  /** Stops the server and starts it again on the same port: every connection is cut. */
  restart(): Promise<void>;
  /** Between stop and start nobody is connected. */
  stopServer(): Promise<void>;
  startServer(): Promise<void>;
  /** Numbers a folder's messages anew, under a new UIDVALIDITY. Only while the server is stopped. */
  renumber(user: string, folder?: string): void;
  stop(): Promise<void>;
}

/** The dovecot of this machine, or null: then `describe.skipIf(!dovecotBinary)('… (dovecot is not installed)')`. */
export const dovecotBinary: string | null = findDovecot({ install: false }).path ?? null;

const password = 'correct-horse';

/**
 * A real IMAP server in a temporary folder, as a child process of the test: maildir, loopback only, no service of the
 * system. With `tokenInfoUrl` it takes XOAUTH2 and asks there what a token is good for.
 */
export async function startDovecot({ tokenInfoUrl }: { tokenInfoUrl?: string } = {}): Promise<TestDovecot> {
  if (!dovecotBinary) throw new Error('dovecot is not installed.');
  const folder = mkdtempSync(join(tmpdir(), 'rapport-dovecot-'));
  chmodSync(folder, 0o755);
  const [port, tlsPort] = [await findFreePort(), await findFreePort()];
  const owner = findMailOwner();
  const config = writeDovecotConfig({ folder, password, port, tlsPort, owner, tokenInfoUrl });
  let server = await start(config, port);
  const maildir = (user: string, path = 'INBOX') => {
    const home = join(folder, 'mail', user);
    const target = path === 'INBOX' ? home : join(home, `.${path}`);
    for (const dir of [
      join(folder, 'mail'),
      home,
      target,
      ...['tmp', 'new', 'cur'].map((name) => join(target, name)),
    ]) {
      if (existsSync(dir)) continue;
      mkdirSync(dir);
      own(dir, owner);
    }
    return target;
  };
  let delivered = 0;
  const dovecot: TestDovecot = {
    host: '127.0.0.1',
    port,
    tlsPort,
    password,
    deliver(user, raw, path) {
      const target = maildir(user, path);
      delivered += 1;
      const name = `${Math.floor(Date.now() / 1000)}.M${String(delivered).padStart(9, '0')}P${process.pid}.test`;
      writeFileSync(join(target, 'tmp', name), raw);
      own(join(target, 'tmp', name), owner);
      renameSync(join(target, 'tmp', name), join(target, 'new', name));
    },
    read(user, path) {
      const target = maildir(user, path);
      const files = ['cur', 'new'].flatMap((dir) => readdirSync(join(target, dir)).map((name) => ({ dir, name })));
      return files
        .sort((a, b) => a.name.localeCompare(b.name))
        .map(({ dir, name }) => readFileSync(join(target, dir, name), 'utf8'));
    },
    async stopServer() {
      await end(server);
    },
    async startServer() {
      server = await start(config, port);
    },
    async restart() {
      await end(server);
      server = await start(config, port);
    },
    renumber(user, path) {
      const target = maildir(user, path);
      const list = join(target, 'dovecot-uidlist');
      const before = Number(/V(\d+)/.exec(readFileSync(list, 'utf8'))?.[1]);
      for (const name of readdirSync(target)) if (name.startsWith('dovecot')) rmSync(join(target, name));
      writeFileSync(list, `3 V${before + 1000} N1\n`);
      own(list, owner);
    },
    async stop() {
      await end(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return dovecot;
}

async function start(config: string, port: number): Promise<ChildProcess> {
  const server = spawn(dovecotBinary ?? '', ['-F', '-c', config], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`dovecot ended at once: ${said}`);
    if (await answers(port)) return server;
    await sleep(50);
  }
  await end(server);
  throw new Error(`dovecot does not answer: ${said}`);
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const children = childrenOf(server);
  const exited = once(server, 'exit');
  server.kill('SIGTERM');
  await exited;
  // Those who serve a connection that waits would go on with it.
  for (const pid of children) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
  }
}

function childrenOf({ pid }: ChildProcess): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
    socket.setTimeout(1000, () => {
      socket.destroy();
      resolve(false);
    });
  });
}
