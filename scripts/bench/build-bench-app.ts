import { appendFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startProcess } from '../processes/start-process.mjs';

const root = join(import.meta.dirname, '..', '..');
const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
const copied = ['src', 'public', 'package.json', 'tsconfig.json', 'postcss.config.mjs'];

/** The product's, but served by `next start`, and with its packages in the folder above. */
const config = (packages: string) => `import product from './product.config';

export default {
  ...product,
  output: undefined,
  outputFileTracingRoot: ${JSON.stringify(packages)},
  turbopack: { root: ${JSON.stringify(packages)} },
};
`;

/** A page of a signed-in person that shows nothing. */
const emptyPage = `import { pageContext } from '@/platform/web/current-context';

export default async function EmptyPage({ params }: { params: Promise<{ workspace: string }> }) {
  await pageContext((await params).workspace, 'creator.read');
  return <h1>Nothing</h1>;
}
`;

/**
 * Builds the app once more in `folder`, which lies below the product's, with the bare routes and the empty page in the
 * same process. Answers the command that starts it.
 */
export async function buildBenchApp(folder: string): Promise<string[]> {
  for (const name of copied) {
    await cp(join(root, name), join(folder, name), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
  await cp(join(root, 'next.config.ts'), join(folder, 'product.config.ts'));
  await writeFile(join(folder, 'next.config.ts'), config(root));
  // The folder is one that git ignores, and Tailwind with it.
  await appendFile(join(folder, 'src', 'app', 'globals.css'), "\n@source '../';\n");
  const pages = join(folder, 'src', 'app');
  const route = join(pages, 'api', 'bench', '[name]');
  const empty = join(pages, '(workspace)', '[workspace]', 'empty');
  for (const place of [route, empty]) await mkdir(place, { recursive: true });
  await cp(join(import.meta.dirname, 'control-route.ts'), join(route, 'route.ts'));
  await cp(join(import.meta.dirname, 'replay-statements.ts'), join(route, 'replay-statements.ts'));
  await writeFile(join(empty, 'page.tsx'), emptyPage);
  const logFile = join(folder, 'build.log');
  const building = startProcess({
    name: 'next build',
    command: [process.execPath, next, 'build'],
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    logFile,
    stopSignal: 'SIGKILL',
  });
  const { code } = await building.exited;
  if (code !== 0) throw new Error(`${await readFile(logFile, 'utf8')}\nThe app of the bench does not build.`);
  return [process.execPath, next, 'start'];
}
