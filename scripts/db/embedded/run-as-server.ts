import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type { ServerUser } from './find-server-user';

const run = promisify(execFile);

export interface ServerProgram {
  /** Absolute path of the program and of the folder it works in. */
  program: string;
  folder: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
}

/**
 * Runs one of PostgreSQL's programs as the server's user and resolves when it ends well. Under a folder that only root
 * may enter (a checkout in root's home or in a private temporary folder) that user keeps, of root's rights, the one to
 * pass by file permissions: it is not root, which PostgreSQL refuses, and gets to its files all the same.
 */
export async function runAsServer(user: ServerUser, { program, folder, args, env }: ServerProgram): Promise<void> {
  const { uid, gid } = user;
  const canEnter = async (path: string) => uid === undefined || (await isOpenTo(uid, path));
  if ((await canEnter(folder)) && (await canEnter(dirname(program)))) {
    await run(program, args, { uid, gid, cwd: folder, env });
    return;
  }
  const identity = [`--reuid=${String(uid)}`, `--regid=${String(gid)}`, '--clear-groups'];
  const rights = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup'];
  await run('setpriv', [...identity, ...rights, program, ...args], { cwd: folder, env });
}

/** Whether this user may enter the folder and every folder above it. */
async function isOpenTo(uid: number, folder: string): Promise<boolean> {
  const { mode, uid: owner } = await stat(folder);
  const mayEnter = (mode & (owner === uid ? 0o100 : 0o001)) !== 0;
  const parent = dirname(folder);
  return mayEnter && (parent === folder || isOpenTo(uid, parent));
}
