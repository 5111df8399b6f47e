import { expect, type Locator, type Page } from '@playwright/test';

export interface FileToUpload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Chooses a file on the page of imports, once the page listens. */
export async function chooseFile(page: Page, slug: string, file: string | FileToUpload): Promise<void> {
  await page.goto(`/${slug}/imports`, { waitUntil: 'networkidle' });
  await page.locator('input[type=file]').setInputFiles(file);
}

export function csvFile(name: string, content: string): FileToUpload {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
}

/** Chooses the file on the page of imports and waits until its own page is there. */
export async function uploadList(page: Page, slug: string, file: string | FileToUpload): Promise<void> {
  await chooseFile(page, slug, file);
  await page.waitForURL(/\/imports\/imp_/);
  await expect(page.getByRole('button', { name: 'Check the list' })).toBeVisible();
}

/** Answers what is asked with the first choice, and lets every row be tried. */
export async function checkList(page: Page): Promise<void> {
  await expect(page.getByRole('list', { name: 'First rows' }).getByRole('listitem').first()).toBeVisible();
  for (const question of await page.getByRole('region', { name: / meant\?$/ }).all()) {
    await question.getByRole('radio').first().click();
  }
  await page.getByRole('button', { name: 'Check the list' }).click();
  await expect(startButton(page)).toBeVisible({ timeout: 60_000 });
}

export function startButton(page: Page): Locator {
  return page.getByRole('button', { name: /^(Import [\d,]+ rows?|Finish without importing)$/ });
}

export async function startImport(page: Page): Promise<void> {
  await startButton(page).click();
  await expect(page.getByRole('heading', { level: 1 }).locator('xpath=..').getByText('Completed')).toBeVisible({
    timeout: 60_000,
  });
}

export type Counts = Record<'Rows' | 'Created' | 'Updated' | 'Unchanged' | 'Skipped' | 'Rejected', number>;

/** The numbers on the tiles. */
export async function readTiles(page: Page, label = 'Outcomes'): Promise<Counts> {
  const texts = await page.getByRole('list', { name: label, exact: true }).getByRole('listitem').allInnerTexts();
  return Object.fromEntries(
    texts.map((text) => {
      const [name = '', count = ''] = text.split('\n').filter(Boolean);
      return [name.trim(), Number(count.replaceAll(',', ''))];
    }),
  ) as Counts;
}

export function expectWhole(counts: Counts, rows: number): void {
  const { Rows, ...outcomes } = counts;
  expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(Rows);
  expect(Rows).toBe(rows);
}
