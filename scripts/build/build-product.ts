import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startProcess } from '../processes/start-process.mjs';
import { bundlePrograms } from './bundle-programs';
import { hashSources } from './hash-sources';

const root = join(import.meta.dirname, '..', '..');
const stampFile = join(root, 'dist', 'built-from');
const standalone = join(root, '.next', 'standalone');

/** Whether the last build was made of the sources as they are now. */
export async function isBuildFresh(): Promise<boolean> {
  const stamp = await readFile(stampFile, 'utf8').catch(() => '');
  return stamp !== '' && stamp === (await hashSources(root));
}

/** Builds web and worker. Throws with the compiler's words when they do not compile. */
export async function buildProduct(): Promise<void> {
  await rm(stampFile, { force: true });
  const sources = await hashSources(root);
  await runNode('generate', ['scripts/generate.mjs']);
  await Promise.all([runNode('next build', ['node_modules/next/dist/bin/next', 'build']), bundlePrograms(root)]);
  await completeStandalone();
  await mkdir(join(root, 'dist'), { recursive: true });
  await writeFile(stampFile, sources);
}

/** Next leaves out what a content network would serve; our own server serves it, so it lies beside it. */
async function completeStandalone(): Promise<void> {
  await cp(join(root, '.next', 'static'), join(standalone, '.next', 'static'), { recursive: true });
  await cp(join(root, 'public'), join(standalone, 'public'), { recursive: true }).catch(ignoreMissing);
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

async function runNode(name: string, args: string[]): Promise<void> {
  const logFile = join(root, 'dist', `${name.replace(' ', '-')}.log`);
  await rm(logFile, { force: true });
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  const child = startProcess({
    name,
    command: [process.execPath, ...args],
    cwd: root,
    env,
    logFile,
    stopSignal: 'SIGKILL',
  });
  const { code, signal } = await child.exited;
  if (code === 0) return;
  const output = await readFile(logFile, 'utf8');
  throw new Error(`${output.trimEnd()}\n${name} failed (${signal ?? `exit code ${code ?? 'unknown'}`}).`);
}
