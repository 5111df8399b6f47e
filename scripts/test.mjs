// Everything that must hold, from the format to a real browser. `npm test -- --only unit,lint` runs some of it.
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './install/ensure-dependencies.mjs';
import { onTermination } from './processes/on-termination.mjs';
import { stopAllProcesses } from './processes/start-process.mjs';
import { runStep } from './test/run-step.mjs';
import { steps } from './test/steps.mjs';

const root = join(import.meta.dirname, '..');
const waiting = [];
const results = new Map();

onTermination(async () => {
  waiting.length = 0;
  await stopAllProcesses();
});
try {
  const chosen = chooseSteps();
  ensureDependencies();
  mkdirSync(join(root, 'test-results'), { recursive: true });
  const tools = await findTools(chosen);
  await runAll(chosen, tools);
  process.exitCode = summarise(tools);
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exitCode = 1;
}

function chooseSteps() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  if (!values.only) return steps;
  const names = values.only.split(',');
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length)
    throw new Error(`No step ${unknown.join(', ')}; there are ${steps.map((s) => s.name).join(', ')}.`);
  return steps.filter((step) => names.includes(step.name));
}

/** Looks for the programs that packages cannot bring, once and before the steps that want them. */
async function findTools(chosen) {
  const { findBrowser } = await import('./install/find-browser.mjs');
  const { findRedis } = await import('./install/find-redis.mjs');
  const { findDovecot } = await import('./install/find-dovecot.mjs');
  const wants = (name) => chosen.some((step) => step.name === name);
  const browser = wants('e2e') ? await findBrowser() : {};
  const redis = wants('integration') ? findRedis() : {};
  const dovecot = wants('integration') ? findDovecot() : {};
  const env = { ...process.env, NO_COLOR: '1', NEXT_TELEMETRY_DISABLED: '1', CHROME_PATH: browser.path ?? '' };
  delete env.FORCE_COLOR;
  return { browser, redis, dovecot, env };
}

/** Begins each step as soon as what it waits for is done and the cores suffice. */
async function runAll(chosen, tools) {
  waiting.push(...chosen);
  const active = new Map();
  while (waiting.length || active.size) {
    const next = waiting.find((step) => isReady(step, chosen) && fits(step, active.keys()));
    if (next) {
      waiting.splice(waiting.indexOf(next), 1);
      active.set(
        next,
        carryOut(next, tools).then(() => active.delete(next)),
      );
    } else await Promise.race(active.values());
  }
}

function isReady(step, chosen) {
  return step.after.every((name) => results.has(name) || !chosen.some((other) => other.name === name));
}

function fits(step, active) {
  const busy = [...active].reduce((sum, other) => sum + other.cores, 0);
  return busy === 0 || busy + step.cores <= availableParallelism();
}

async function carryOut(step, { browser, env }) {
  const broken = step.after.find((name) => results.get(name)?.failed);
  if (broken)
    return report(step, { passed: 0, failed: 0, skipped: [`all of ${step.name}: ${broken} failed`], seconds: 0 });
  // Without a browser the runner can still tell which tests there would be: it lists them as skipped.
  const flags = step.needs === 'browser' && browser.missing ? ['--list'] : [];
  return report(step, await runStep({ ...step, command: [...step.command, ...flags] }, env));
}

function report(step, result) {
  results.set(step.name, result);
  const { passed, failed, skipped, seconds, log } = result;
  const mark = failed ? '✗' : passed ? '✓' : '–';
  const counts = step.runner
    ? `${passed} passed, ${failed} failed, ${skipped.length} skipped`
    : failed
      ? 'failed'
      : 'passed';
  console.log(`${mark} ${step.name.padEnd(13)} ${seconds.toFixed(1).padStart(6)} s  ${counts}`);
  if (failed) console.log(`${log.trimEnd().split('\n').slice(-80).join('\n')}\n`);
}

function summarise({ browser, redis, dovecot }) {
  const all = [...results.values()];
  const sum = (name) => all.reduce((total, result) => total + result[name], 0);
  const skipped = [...results].flatMap(([step, result]) => result.skipped.map((name) => `${step}: ${name}`));
  if (skipped.length) console.log(`\nSkipped:\n${skipped.map((name) => `  ${name}`).join('\n')}`);
  for (const { missing } of [browser, redis, dovecot]) if (missing) console.log(`Missing: ${missing}.`);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${skipped.length} skipped`);
  return sum('failed') ? 1 : 0;
}
