import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PostgresBinaries } from './find-binaries';
import type { ServerUser } from './find-server-user';
import { isAlive } from './is-alive';
import { runAsServer } from './run-as-server';

const CREDENTIALS = 'rapport-credentials.json';

/** Random per data directory and kept inside it, readable by the server's user alone. */
export interface Credentials {
  superuser: string;
  owner: string;
  app: string;
}

export interface DataDirectory {
  /** The folder that holds the cluster and the server's log. */
  home: string;
  cluster: string;
  log: string;
  credentials: Credentials;
}

/**
 * Opens the cluster below `home`, making it at the first call. It is made beside its place and renamed, so that an
 * interrupted first start leaves nothing half done. Throws when the cluster is of another PostgreSQL version.
 */
export async function openDataDirectory(
  home: string,
  binaries: PostgresBinaries,
  user: ServerUser,
): Promise<DataDirectory> {
  const cluster = join(home, 'cluster');
  await mkdir(home, { recursive: true });
  if (user.uid !== undefined && user.gid !== undefined) await chown(home, user.uid, user.gid);
  await removeDrafts(home);
  if (!existsSync(cluster)) await createCluster(cluster, binaries, user);
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (version !== binaries.majorVersion) {
    throw new Error(
      `The data in ${cluster} was made by PostgreSQL ${version} and the bundled one is ${binaries.majorVersion}: move that folder away to start empty, set DATA_DIR to another folder, or install the version of Rapport that made it.`,
    );
  }
  const credentials = JSON.parse(await readFile(join(cluster, CREDENTIALS), 'utf8')) as Credentials;
  return { home, cluster, log: join(home, 'server.log'), credentials };
}

/** What a first start left that was ended in the middle. */
async function removeDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = /^cluster\.(\d+)/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await rm(join(home, name), { recursive: true, force: true });
  }
}

async function createCluster(cluster: string, binaries: PostgresBinaries, user: ServerUser): Promise<void> {
  const draft = `${cluster}.${process.pid}`;
  const passwordFile = `${draft}.password`;
  const credentials: Credentials = { superuser: newPassword(), owner: newPassword(), app: newPassword() };
  await rm(draft, { recursive: true, force: true });
  try {
    await writePrivate(passwordFile, credentials.superuser, user);
    await initialise(draft, { passwordFile, binaries, user });
    await writePrivate(join(draft, CREDENTIALS), JSON.stringify(credentials), user);
    await rename(draft, cluster).catch((error: NodeJS.ErrnoException) => {
      // Another process was first: its cluster is as good as ours.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

/** ICU gives the same order and the same upper and lower case on every system, whatever locales it has. */
async function initialise(
  draft: string,
  options: { passwordFile: string; binaries: PostgresBinaries; user: ServerUser },
): Promise<void> {
  const flags = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${options.passwordFile}`, '--encoding=UTF8'];
  const locale = ['--locale=C', '--locale-provider=icu', '--icu-locale=und'];
  try {
    const args = [`--pgdata=${draft}`, ...flags, ...locale];
    await runAsServer(options.user, { program: options.binaries.initdb, folder: dirname(draft), args });
  } catch (error) {
    throw new Error(describeFailure(draft, error as NodeJS.ErrnoException & { stderr?: string }));
  }
}

function describeFailure(draft: string, error: NodeJS.ErrnoException & { stderr?: string }): string {
  const detail = (error.stderr || error.message).trim().split('\n').pop() ?? '';
  if (process.getuid?.() === 0 && /EACCES|permission denied|setpriv/i.test(error.message)) {
    return `The bundled PostgreSQL runs as the system user "postgres", which may not enter ${draft} or the project's folder: move the project or DATA_DIR out of root's home, run as an ordinary user, or set DATABASE_URL. (${detail})`;
  }
  return `The database could not be made in ${draft}: ${detail}`;
}

async function writePrivate(path: string, text: string, user: ServerUser): Promise<void> {
  await writeFile(path, text, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) await chown(path, user.uid, user.gid);
}

function newPassword(): string {
  return randomBytes(18).toString('base64url');
}
