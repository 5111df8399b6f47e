import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCounts } from '../../../../scripts/test/read-counts.mjs';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-counts-'));
  file = join(folder, 'report.json');
});

afterEach(() => rmSync(folder, { recursive: true }));

function read(runner: 'vitest' | 'playwright', report: unknown) {
  writeFileSync(file, JSON.stringify(report));
  return readCounts(runner, file);
}

const failure = { passed: 0, failed: 1, skipped: [] };

describe('readCounts', () => {
  it('counts what Vitest tells, each skipped test by its name', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'a' },
      { status: 'failed', fullName: 'b' },
      { status: 'skipped', fullName: 'c' },
      { status: 'todo', fullName: 'd' },
    ];
    const counts = read('vitest', { testResults: [{ status: 'failed', assertionResults }] });
    expect(counts).toEqual({ passed: 1, failed: 1, skipped: ['c', 'd'] });
  });

  it('counts a file that does not load as a failure', () => {
    expect(read('vitest', { testResults: [{ status: 'failed', assertionResults: [] }] })).toEqual(failure);
  });

  it('counts what Playwright tells, once for each project', () => {
    const tests = [
      { status: 'expected', projectName: 'phone' },
      { status: 'unexpected', projectName: 'desktop' },
      { status: 'skipped', projectName: 'dark' },
    ];
    const report = {
      errors: [],
      suites: [{ title: 'x.spec.ts', suites: [{ title: 'login', specs: [{ title: 'works', tests }] }] }],
    };
    expect(read('playwright', report)).toEqual({ passed: 1, failed: 1, skipped: ['login › works [dark]'] });
  });

  it('counts a setup of Playwright that fails', () => {
    expect(read('playwright', { errors: [{ message: 'no server' }], suites: [] })).toEqual(failure);
  });

  it.each(['vitest', 'playwright'] as const)('takes a %s run without any test for a failure', (runner) => {
    expect(read(runner, { testResults: [], suites: [], errors: [] })).toEqual(failure);
    expect(readCounts(runner, join(folder, 'missing.json'))).toEqual(failure);
  });
});
