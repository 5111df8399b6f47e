import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startProcess } from '../processes/start-process.mjs';
import { readCounts } from './read-counts.mjs';

const root = join(import.meta.dirname, '..', '..');
const reports = join(root, 'test-results');
/** A step that hangs fails; none comes near this. */
const limitMs = 20 * 60_000;

/**
 * Runs one step to its end and returns `{ passed, failed, skipped, seconds, log }`.
 *
 * @param {import('./steps.mjs').Step} step
 * @param {NodeJS.ProcessEnv} env
 */
export async function runStep(step, env) {
  const startedAt = performance.now();
  const reportFile = join(reports, `${step.name}.json`);
  const logFile = join(reports, `${step.name}.log`);
  for (const file of [reportFile, logFile]) rmSync(file, { force: true });
  const command = [process.execPath, ...programOf(step), ...reporterFlags(step, reportFile)];
  const stepEnv = { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile };
  const child = startProcess({ name: step.name, command, cwd: root, env: stepEnv, logFile, stopSignal: 'SIGINT' });
  const limit = setTimeout(() => child.stop(), limitMs);
  const { code } = await child.exited;
  clearTimeout(limit);
  // What the step left behind in its group would disturb the next one.
  await child.stop(0);
  const seconds = (performance.now() - startedAt) / 1000;
  return { ...countStep(step, { code, reportFile }), seconds, log: readFileSync(logFile, 'utf8') };
}

function countStep(step, { code, reportFile }) {
  if (!step.runner) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] };
  const counts = readCounts(step.runner, reportFile);
  // A runner that fails for another reason than a test (an unhandled error, a broken teardown) has failed all the same.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** The script and arguments for node: npm itself, or the program of a package. */
function programOf({ command: [program, ...args] }) {
  if (program === 'npm') return [...npmProgram(), 'run', '--silent', ...args];
  const programs = { vitest: 'vitest/vitest.mjs', playwright: '@playwright/test/cli.js' };
  return [join(root, 'node_modules', programs[program]), ...args];
}

function npmProgram() {
  const { npm_execpath: path } = process.env;
  if (path?.endsWith('.js')) return [path];
  throw new Error('Start the tests by `npm test`.');
}

function reporterFlags({ runner }, reportFile) {
  if (runner === 'vitest') return ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  if (runner === 'playwright') return ['--reporter=list,json'];
  return [];
}
