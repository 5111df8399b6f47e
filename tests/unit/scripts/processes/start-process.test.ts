import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimFolder } from '../../../../scripts/processes/claim-folder.mjs';
import { findRecorded, recordProcess, stopLeftovers } from '../../../../scripts/processes/pid-files.mjs';
import { startProcess } from '../../../../scripts/processes/start-process.mjs';

let folder: string;
let logFile: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-processes-'));
  logFile = join(folder, 'out.log');
});

afterEach(() => rmSync(folder, { recursive: true }));

/** A program that says the id of a child that it leaves running, and then waits. */
const parentOfChild = [
  process.execPath,
  '-e',
  `const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
   console.log(child.pid); setInterval(() => {}, 1000);`,
];
const stubborn = [
  process.execPath,
  '-e',
  `process.on('SIGTERM', () => {}); console.log(1); setInterval(() => {}, 1000);`,
];

async function readFirstLine(): Promise<number> {
  for (;;) {
    const line = readFileSync(logFile, 'utf8').split('\n')[0];
    if (line) return Number(line);
    await sleep(20);
  }
}

function isRunning(pid: number): boolean {
  // One that has ended and waits for its parent to notice still has a number, but does not run.
  if (process.platform === 'linux')
    return existsSync(`/proc/${pid}/stat`) && !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('startProcess', () => {
  it('ends the children of its child with it', async () => {
    const parent = startProcess({ name: 'parent', command: parentOfChild, logFile });
    const child = await readFirstLine();
    await parent.stop();
    await expect.poll(() => isRunning(child)).toBe(false);
    expect(await parent.exited).toMatchObject({ asked: true });
  });

  it('kills one that will not end', async () => {
    const program = startProcess({ name: 'stubborn', command: stubborn, logFile });
    await readFirstLine();
    await program.stop(100);
    expect(await program.exited).toEqual({ code: null, signal: 'SIGKILL', asked: true });
  });

  it('tells an end that nobody asked for', async () => {
    const program = startProcess({ name: 'brief', command: [process.execPath, '-e', 'process.exit(3)'], logFile });
    expect(await program.exited).toEqual({ code: 3, signal: null, asked: false });
    await program.stop();
  });

  it('reports a program that is not there as ended', async () => {
    const program = startProcess({ name: 'missing', command: [join(folder, 'nothing')], logFile });
    expect(await program.exited).toMatchObject({ code: 127 });
  });
});

describe('what a killed run has left', () => {
  it('is ended by the next one', async () => {
    const runFolder = join(folder, 'run');
    const program = startProcess({ name: 'web', command: parentOfChild, logFile, runFolder });
    const child = await readFirstLine();
    expect(findRecorded(runFolder, 'web')).toBe(program.pid);
    expect(await stopLeftovers(runFolder)).toEqual(['web']);
    expect(await program.exited).toMatchObject({ signal: 'SIGTERM' });
    await expect.poll(() => isRunning(child)).toBe(false);
    expect(await stopLeftovers(runFolder)).toEqual([]);
  });

  it('is not looked for in a program that has since been given its number', async () => {
    const program = startProcess({ name: 'other', command: stubborn, logFile });
    await readFirstLine();
    const runFolder = join(folder, 'run');
    recordProcess(runFolder, { name: 'web', pid: program.pid! });
    const note = join(runFolder, 'web.json');
    writeFileSync(note, JSON.stringify({ pid: program.pid, startedAt: '1' }));
    expect(await stopLeftovers(runFolder)).toEqual([]);
    expect(isRunning(program.pid!)).toBe(true);
    await program.stop(0);
  });

  it('may be a torn note', async () => {
    const runFolder = join(folder, 'run');
    recordProcess(runFolder, { name: 'web', pid: process.pid });
    writeFileSync(join(runFolder, 'web.json'), '{"pid": 1');
    expect(await stopLeftovers(runFolder)).toEqual([]);
  });
});

describe('claimFolder', () => {
  it('refuses while another process runs there, and says which', async () => {
    const runFolder = join(folder, 'run');
    recordProcess(runFolder, { name: 'main', pid: process.ppid });
    await expect(claimFolder(runFolder)).rejects.toThrow(`process ${process.ppid}`);
  });
});
