// Pictures of every screen of a running demo into .data/screens: npm run screens (PORT as for the demo)
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { browserFlags, findBrowser } from './install/find-browser.mjs';

const base = `http://localhost:${process.env['PORT'] || '3000'}`;
const folder = join(process.env['DATA_DIR'] || '.data', 'screens');
const signIn = { email: 'tara@lumen.example', password: 'rapport-demo' };
const workspaces = { full: 'lumen-skincare', empty: 'atlas-outdoor' };
const places = [
  'creators',
  'tasks?view=all',
  'tasks?view=all&board=true',
  'contacts',
  'contacts?tab=agencies',
  'imports',
  'settings/mailboxes',
  'settings/custom-fields',
  'settings/api-keys',
  'settings/unfinished',
  'settings/audit',
];
const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

const found = await findBrowser();
if (!('path' in found)) {
  console.error(found.missing);
  process.exit(1);
}
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: found.path, args: browserFlags });
const complaints: string[] = [];
try {
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const scheme of ['light', 'dark'] as const) await takeAll(browser, { size, viewport, scheme });
  }
} finally {
  await browser.close();
}
console.log(`Pictures are in ${folder}.`);
if (complaints.length > 0) {
  console.error(`The browser complained:\n${[...new Set(complaints)].join('\n')}`);
  process.exitCode = 1;
}

interface Shooting {
  size: string;
  viewport: { width: number; height: number };
  scheme: 'light' | 'dark';
}

async function takeAll(from: Browser, { size, viewport, scheme }: Shooting): Promise<void> {
  const context = await from.newContext({
    viewport,
    colorScheme: scheme,
    ...(size === 'phone' && { deviceScaleFactor: 2, isMobile: true, hasTouch: true }),
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(`${page.url()}: ${message.text()}`));
  const take = async (name: string) => {
    await page.screenshot({ path: join(folder, `${name}-${size}-${scheme}.png`) });
  };
  await page.goto(`${base}/sign-in`);
  await take('sign-in');
  await enter(page);
  for (const [fill, slug] of Object.entries(workspaces)) {
    for (const place of places) {
      await visit(page, `/${slug}/${place}`);
      await take(`${place.replace(/\W+/g, '-')}-${fill}`);
    }
  }
  await takeRecord(page, take);
  await takeImport(page, take);
  await context.close();
}

/** The first creator's record, and its tabs. */
async function takeRecord(page: Page, take: (name: string) => Promise<void>): Promise<void> {
  await visit(page, `/${workspaces.full}/creators?q=noor`);
  const href = await page.locator(`a[href^="/${workspaces.full}/creators/crt_"]`).first().getAttribute('href');
  if (!href) throw new Error('The demo has no creator to show.');
  await visit(page, href);
  await take('record');
  const tabs = page.getByRole('tab');
  for (let index = 1; index < (await tabs.count()); index += 1) {
    await tabs.nth(index).click();
    await page.waitForTimeout(500);
    await take(`record-tab-${index + 1}`);
  }
  await visit(page, href);
  await page
    .getByRole('button', { name: /^Write/ })
    .first()
    .click();
  await page.waitForTimeout(1500);
  await take('record-write');
}

/** An import that is done, and a list whose columns are being matched. */
async function takeImport(page: Page, take: (name: string) => Promise<void>): Promise<void> {
  await visit(page, `/${workspaces.full}/imports`);
  await page.getByRole('link', { name: 'Numbers of this month.csv' }).first().click();
  await page.waitForURL(/\/imports\/imp_/);
  await page.waitForTimeout(1500);
  await take('import-done');
  await visit(page, `/${workspaces.full}/imports`);
  const list =
    'Influencer,Instagram,Followers,Followers,Signed on,Shoe size\nMaya Ortiz,@maya.ortiz,12,5k,03/04/2026,38\n';
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'Creators.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  await page.waitForURL(/\/imports\/imp_/);
  await page.waitForTimeout(1500);
  await take('import-columns');
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.waitForTimeout(500);
}

async function enter(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill(signIn.email);
  await page.getByLabel('Password').fill(signIn.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(`${base}${path}`, { waitUntil: 'load' });
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.waitForTimeout(400);
}
