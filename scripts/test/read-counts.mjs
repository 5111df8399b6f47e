import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} skipped the full name of each
 */

/** Counts of a runner's JSON report. A report that is missing or tells of no test is a failure. @returns {Counts} */
export function readCounts(runner, reportFile) {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, skipped: [] };
  const report = JSON.parse(readFileSync(reportFile, 'utf8'));
  const counts = runner === 'vitest' ? countVitest(report) : countPlaywright(report);
  const total = counts.passed + counts.failed + counts.skipped.length;
  return total === 0 ? { passed: 0, failed: 1, skipped: [] } : counts;
}

function countVitest(report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const of = (...states) => tests.filter((test) => states.includes(test.status));
  // A file that does not load has failed without a single test.
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: of('passed').length,
    failed: of('failed').length + brokenFiles.length,
    skipped: of('skipped', 'pending', 'todo', 'disabled').map((test) => test.fullName),
  };
}

function countPlaywright(report) {
  const tests = report.suites.flatMap(listTests);
  const of = (...states) => tests.filter((test) => states.includes(test.status));
  return {
    passed: of('expected', 'flaky').length,
    failed: of('unexpected').length + report.errors.length,
    skipped: of('skipped').map((test) => test.name),
  };
}

/** One entry for each project that a test runs in. */
function listTests(suite) {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({ status: test.status, name: `${suite.title} › ${spec.title} [${test.projectName}]` })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(listTests)];
}
