// Plain Node, since it runs before any package is there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// No import.meta.dirname: a Node that is too old for it shall still be told so.
const root = fileURLToPath(new URL('../..', import.meta.url));
const lock = `${root}/package-lock.json`;
const stampFile = `${root}/node_modules/.installed-from`;

/**
 * Installs the packages of the lock when they are missing or of another lock, and leaves package.json and the lock as
 * they are: npm 10 drops fields that npm 11 writes, and each drops the optional packages of systems that it cannot see.
 * `npm install`, not `npm ci`, which refuses such a lock. Throws one sentence when it fails.
 */
export function ensureDependencies() {
  checkNodeVersion();
  const stamp = createStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.log('Installing packages (about a minute the first time) …');
  const before = readFileSync(lock);
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const flags = ['install', '--no-audit', '--no-fund', '--include=dev', '--include=optional', '--loglevel=error'];
  const run = spawnSync(npm[0], [...npm.slice(1), ...flags], { cwd: root, stdio: 'inherit', env: ownEnvironment() });
  if (!readFileSync(lock).equals(before)) writeFileSync(lock, before);
  if (run.status !== 0) throw new Error('npm could not install the packages: its message is above.');
  writeFileSync(stampFile, stamp);
}

function checkNodeVersion() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Node ${process.versions.node} is too old: Rapport needs 20.19 or newer (https://nodejs.org).`);
  }
}

function createStamp() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${process.versions.modules}`);
  return hash
    .update(readFileSync(lock))
    .update(readFileSync(`${root}/package.json`))
    .digest('hex');
}

/** The environment without what the outer npm hands to its scripts, which the inner one would take for its own settings. */
function ownEnvironment() {
  const inherited = /^npm_(config_(dry_run|global|only|omit|prefix|local_prefix)|lifecycle_|package_|command$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.test(name)));
}
