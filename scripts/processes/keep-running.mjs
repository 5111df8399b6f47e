import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProcess } from './start-process.mjs';

/** One that ends sooner than this did not come up. */
const quickMs = 5000;
const triesInARow = 3;

/**
 * Starts a program and starts it again whenever it ends by itself. Resolves when it was ended on request; rejects with
 * the end of its log when it does not stay up.
 *
 * @param {Parameters<typeof startProcess>[0] & { logFile: string }} options
 */
export async function keepRunning(options) {
  for (let quickEnds = 0; ;) {
    const startedAt = Date.now();
    const { code, signal, asked } = await startProcess(options).exited;
    if (asked) return;
    quickEnds = Date.now() - startedAt < quickMs ? quickEnds + 1 : 0;
    if (quickEnds === triesInARow) {
      const end = readFileSync(options.logFile, 'utf8').trimEnd().split('\n').slice(-20).join('\n');
      throw new Error(`${end}\nThe ${options.name} does not stay up (the whole log: ${options.logFile}).`);
    }
    console.log(`The ${options.name} ended (${signal ?? `exit code ${code}`}); starting it again.`);
    await sleep(quickEnds * 500);
  }
}
