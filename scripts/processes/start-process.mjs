import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { forgetProcess, recordProcess } from './pid-files.mjs';
import { signalGroup } from './signal-group.mjs';

/** @type {Set<RunningProcess>} */
const running = new Set();

/**
 * @typedef {object} RunningProcess
 * @property {string} name
 * @property {number | undefined} pid
 * @property {Promise<{ code: number | null, signal: string | null, asked: boolean }>} exited settles when it has ended,
 *   `asked` when we ended it; never rejects
 * @property {(graceMs?: number) => Promise<void>} stop `stopSignal`, and SIGKILL for whatever is left after `graceMs`
 */

/**
 * Starts a program at the head of a process group of its own, so that ending it ends everything that it started.
 * Output is added to `logFile`, or goes to this terminal. With `runFolder` its id is noted there, for whoever starts after a crash.
 *
 * @param {{ name: string, command: string[], cwd?: string, env?: NodeJS.ProcessEnv, logFile?: string, runFolder?: string,
 *   stopSignal?: NodeJS.Signals }} options
 * @returns {RunningProcess}
 */
export function startProcess({ name, command, cwd, env, logFile, runFolder, stopSignal = 'SIGTERM' }) {
  const output = logFile ? openLog(logFile) : 'inherit';
  const child = spawn(command[0], command.slice(1), { cwd, env, detached: true, stdio: ['ignore', output, output] });
  if (typeof output === 'number') closeSync(output);
  let ended = false;
  let asked = false;
  const exited = new Promise((resolve) => {
    child.once('error', () => resolve({ code: 127, signal: null }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  }).then((outcome) => {
    ended = true;
    running.delete(started);
    if (runFolder) forgetProcess(runFolder, name);
    return { ...outcome, asked };
  });
  if (runFolder && child.pid) recordProcess(runFolder, { name, pid: child.pid });
  const stop = async (graceMs = 5000) => {
    asked = true;
    if (!child.pid) return;
    signalGroup(child.pid, stopSignal);
    const timer = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), graceMs);
    if (!ended) await exited;
    clearTimeout(timer);
    signalGroup(child.pid, 'SIGKILL');
  };
  const started = { name, pid: child.pid, exited, stop };
  running.add(started);
  return started;
}

/** Ends everything that this process started and that still runs. @param {number} [graceMs] */
export async function stopAllProcesses(graceMs) {
  await Promise.all([...running].map((process) => process.stop(graceMs)));
}

function openLog(path) {
  mkdirSync(dirname(path), { recursive: true });
  return openSync(path, 'a');
}
