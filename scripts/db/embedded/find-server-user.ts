import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The user that runs the server: empty for "the same as this process", since PostgreSQL refuses to run as root. */
export interface ServerUser {
  uid?: number;
  gid?: number;
}

/** As root, the system user `postgres`, which is made when it is missing; else the current user. */
export async function findServerUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return {};
  const found = await readIds();
  if (found) return found;
  await run('groupadd', ['--system', '--force', 'postgres']).catch(() => undefined);
  await run('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres']).catch(() => undefined);
  const made = await readIds();
  if (made) return made;
  throw new Error(
    'PostgreSQL does not run as root and the system user "postgres" could not be made: run as an ordinary user, or set DATABASE_URL.',
  );
}

async function readIds(): Promise<Required<ServerUser> | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}
