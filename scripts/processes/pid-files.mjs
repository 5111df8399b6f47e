import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { signalGroup } from './signal-group.mjs';

/** Notes in `folder` that the process `pid` runs under `name`. */
export function recordProcess(folder, { name, pid }) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(folder, name), JSON.stringify({ pid, startedAt: readStartTime(pid) }));
}

export function forgetProcess(folder, name) {
  rmSync(fileOf(folder, name), { force: true });
}

/** The id of the process noted under `name`, if that very process still runs. */
export function findRecorded(folder, name) {
  if (!existsSync(fileOf(folder, name))) return undefined;
  const { pid, startedAt } = parse(readFileSync(fileOf(folder, name), 'utf8'));
  // A number that has since been given to another program started at another moment: that one is not ours to end.
  return pid && startedAt && readStartTime(pid) === startedAt ? pid : undefined;
}

/** Ends what a killed run has left: every noted process that still runs, with its group. Returns their names. */
export async function stopLeftovers(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
  const stopped = await Promise.all(names.map((name) => stopLeftover(folder, name)));
  return stopped.filter((name) => name !== undefined);
}

async function stopLeftover(folder, name) {
  const pid = findRecorded(folder, name);
  for (let waitedMs = 0; pid && findRecorded(folder, name); waitedMs += 100) {
    if (waitedMs === 0) signalGroup(pid, 'SIGTERM');
    if (waitedMs === 5000) signalGroup(pid, 'SIGKILL');
    if (waitedMs > 10_000) throw new Error(`Process ${pid} (${name}) of an earlier run does not end: end it by hand.`);
    await sleep(100);
  }
  forgetProcess(folder, name);
  return pid ? name : undefined;
}

/** When the system started this process, in whatever unit it tells; undefined for one that has ended. */
function readStartTime(pid) {
  try {
    if (process.platform === 'linux') {
      // The name in brackets may hold spaces; counted from behind it, the state is the first and the start the 20th.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
      return fields[0] === 'Z' ? undefined : fields[19];
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function fileOf(folder, name) {
  return join(folder, `${name}.json`);
}
