import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// No container engine runs where the tests do; what can be held without one is that nothing in these files is missing.
const dockerfile = readFileSync('Dockerfile', 'utf8');
const compose = readFileSync('docker-compose.yml', 'utf8');
const example = readFileSync('.env.example', 'utf8');
const documented = new Set([...example.matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name!));

describe('the image', () => {
  it('is built by scripts that exist, from packages that the lock holds', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    for (const [, name] of dockerfile.matchAll(/npm run ([\w:]+)/g)) expect(Object.keys(scripts)).toContain(name);
    for (const [, path] of dockerfile.matchAll(/(?<=\s)(scripts\/\S+|package\S*\.json)/g))
      expect(existsSync(path!), path).toBe(true);
  });

  it('runs programs that the build makes', () => {
    const bundled = readFileSync('scripts/build/bundle-programs.ts', 'utf8');
    const started = [...compose.matchAll(/^\s+command: node .*?(\S+)$/gm)].map(([, path]) => path);
    expect(started).toEqual(['server.js', 'dist/worker.mjs', 'dist/db/migrate.mjs']);
    for (const name of ['worker', "'db/migrate'"]) expect(bundled).toContain(`${name}: `);
  });

  it('pins every version', () => {
    const images = [...`${dockerfile}\n${compose}`.matchAll(/^(?:FROM|\s+image:) (\S+)/gm)].map(([, name]) => name!);
    expect(images.filter((name) => !/:v?\d+\.\d+/.test(name) && name !== 'rapport')).toEqual([]);
  });

  it('takes no secret of this machine along', () => {
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.env', '.data', '.git', 'node_modules']));
  });
});

describe('docker-compose.yml', () => {
  it('mounts files that exist', () => {
    const mounted = [...compose.matchAll(/- (\.\/\S+?):/g)].map(([, path]) => path!);
    expect(mounted).not.toEqual([]);
    for (const path of mounted) expect(existsSync(path), path).toBe(true);
  });

  it('asks only for variables that .env.example explains', () => {
    const wanted = [...compose.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name!);
    expect(wanted.filter((name) => !documented.has(name))).toEqual([]);
  });
});

describe('.env.example', () => {
  it('explains every variable that the product reads', () => {
    const source = readFileSync('src/platform/env/env.ts', 'utf8');
    const read = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name]) => name!);
    const ofTheDemo = new Set(['NODE_ENV', 'MAILBOX_URL']);
    expect(read.length).toBeGreaterThan(10);
    expect(read.filter((name) => !documented.has(name) && !ofTheDemo.has(name))).toEqual([]);
  });
});
