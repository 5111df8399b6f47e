import { spawn } from 'node:child_process';
import { cp, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const copied = ['src', 'public', 'package.json', 'next.config.ts', 'tsconfig.json', 'postcss.config.mjs'];

/**
 * Builds the app once more in `folder`, with the bare routes beside the product's in the same process. Answers the
 * server's file.
 */
export async function buildBenchApp(folder: string): Promise<string> {
  for (const name of copied) {
    await cp(join(root, name), join(folder, name), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const control = join(folder, 'src', 'app', 'api', 'bench', '[name]');
  await mkdir(control, { recursive: true });
  await cp(join(import.meta.dirname, 'control-route.ts'), join(control, 'route.ts'));
  await runNext(folder);
  return join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
}

async function runNext(folder: string): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`next build failed in the bench's copy:\n${output}`);
}
