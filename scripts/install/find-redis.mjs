import { findOnPath } from './find-on-path.mjs';
import { installSystemPackages } from './install-system-packages.mjs';

/** A Redis server's program for the tests: `{path}`, or `{missing}` with a sentence that says what would help. */
export function findRedis() {
  const here = findOnPath('redis-server');
  if (here) return { path: here };
  const reason = installSystemPackages(['redis-server']);
  const installed = findOnPath('redis-server');
  return installed ? { path: installed } : { missing: `a Redis server (${reason}); put redis-server on PATH` };
}
