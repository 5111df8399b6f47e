import type { Page } from '@playwright/test';

/** Goes to a screen and waits until it answers to keys and clicks: a page that was only sent by the server does not yet. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main h1') ?? {}).some((name) => name.startsWith('__reactFiber')),
  );
  // Keys are bound in effects, which come after the drawing and before the browser has nothing to do.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}
