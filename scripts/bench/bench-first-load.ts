import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import { browserFlags, findBrowser } from '../install/find-browser.mjs';
import { type Bench, type BenchRow, information, median } from './bench';
import type { BenchWorkspace } from './fill-bench';
import { signInBench } from './sign-in-bench';

const rounds = 5;
const mostKilobytes = 220;
const mostMs = 1000;

/** What a browser loads for the creators' page, and how soon after the sign-in it shows the list. */
export const benchFirstLoad: Bench = {
  name: 'first-load',
  async run(world) {
    const [{ large }, base] = [await world.creators(), await world.web()];
    const cookie = await signInBench(base, large);
    const [list, empty] = [
      await weighScripts(base, `/${large.slug}/creators`, cookie),
      await weighScripts(base, `/${large.slug}/empty`, cookie),
    ];
    const size: BenchRow = {
      what: 'JavaScript of the first load, gzip',
      ours: `${list.toFixed(1)} kB`,
      control: `${empty.toFixed(1)} kB, empty page in the same frame`,
      ratio: null,
      target: `≤ ${mostKilobytes} kB`,
      met: list <= mostKilobytes,
    };
    const found = await findBrowser();
    if (!('path' in found)) return [size, information('the list after the sign-in: not measured', found.missing)];
    const browser = await chromium.launch({ executablePath: found.path, args: browserFlags });
    try {
      return [size, await measureVisible(browser, base, large)];
    } finally {
      await browser.close();
    }
  },
};

/** kB (1,000 bytes) of all scripts in the page's HTML that a browser of today loads, each compressed by itself. */
async function weighScripts(base: string, path: string, cookie: string): Promise<number> {
  const html = await (await fetch(`${base}${path}`, { headers: { cookie } })).text();
  const tags = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag));
  const weights = await Promise.all(
    [...new Set(tags.map(([, name = '']) => name))].map(
      async (name) => gzipSync(await (await fetch(new URL(name, base))).arrayBuffer()).length,
    ),
  );
  return weights.reduce((sum, weight) => sum + weight, 0) / 1000;
}

/** From the click on "Sign in" to the first row of the list, in a browser that has cached nothing. */
async function measureVisible(browser: Browser, base: string, workspace: BenchWorkspace): Promise<BenchRow> {
  const times: number[] = [];
  const shown: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${base}/sign-in`, { waitUntil: 'networkidle' });
    await page.getByLabel('E-mail').fill(workspace.email);
    await page.getByLabel('Password').fill(workspace.password);
    const begun = performance.now();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForSelector('main [role=row] a', { state: 'visible' });
    if (round > 0) {
      times.push(performance.now() - begun);
      shown.push(
        await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN),
      );
    }
    await context.close();
  }
  const time = median(times);
  return {
    what: 'list visible after the click on “Sign in”',
    ours: `${time.toFixed(0)} ms (page alone: ${median(shown).toFixed(0)} ms)`,
    control: 'Directus, NocoDB, n8n 2500 to 5800 ms',
    ratio: null,
    target: `≤ ${mostMs} ms`,
    met: time <= mostMs,
  };
}
