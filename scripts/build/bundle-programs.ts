import { join } from 'node:path';
import { build } from 'esbuild';

/** What runs beside the web server, by its place in dist: as deep as its source, so that its relative paths stay true. */
const programs = {
  worker: 'src/worker/main.ts',
  setup: 'scripts/setup.ts',
  key: 'scripts/key.ts',
  'db/migrate': 'scripts/db/migrate.ts',
};

/**
 * Bundles each program into one file of `folder`; packages stay in node_modules, so that native parts load as they are.
 */
export async function bundlePrograms(root: string, folder = 'dist'): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: programs,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    alias: { '@': join(root, 'src') },
    jsx: 'automatic',
    sourcemap: 'linked',
    logLevel: 'warning',
  });
}
