import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { analyzeFile } from '@/features/imports/model/analyze-file';
import { foundE2eWorkspace, type E2eWorkspace } from '../support/e2e-workspace';
import {
  checkList,
  chooseFile,
  csvFile,
  expectWhole,
  readTiles,
  startButton,
  startImport,
  uploadList,
} from '../support/import-screens';
import { watchConsole } from '../support/watch-console';

const fixtures = '../shared/fixtures';
const lists = existsSync(fixtures) ? ['creators', 'torture/csv_spectrum/csvs'].flatMap(csvFilesOf) : [];

// What happens is the same in any colour and size; the looks have a test of their own.

// Each goes through four screens and twice through the worker.
test.describe.configure({ timeout: 120_000 });

let workspace: E2eWorkspace;
let page: Page;

test.beforeAll(async ({ browser }, { project }) => {
  if (project.name !== 'desktop-light') return;
  page = await browser.newPage();
  workspace = await foundE2eWorkspace(page, 'Imports');
});
test.afterAll(({}, { project }) => (project.name === 'desktop-light' ? page.close() : undefined));

test('the page begins with an invitation', async () => {
  await page.goto(`/${workspace.slug}/imports`);
  await expect(page.getByRole('heading', { name: 'Bring your list' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Import a list/ })).toHaveCount(1);
});

test('lists of the fixtures are there', () => {
  test.skip(lists.length === 0, 'the shared fixtures are not on this machine');
  expect(lists.length).toBeGreaterThan(10);
});

for (const list of lists) {
  test(`${basename(list)} goes through every screen, each row accounted for`, async () => {
    const expectQuiet = watchConsole(page);
    const { rowCount } = await analyzeFile(createReadStream(list), basename(list));
    await uploadList(page, workspace.slug, list);
    await checkList(page);
    const expected = await readTiles(page, 'Expected outcomes');
    expectWhole(expected, rowCount);
    await startImport(page);
    const counts = await readTiles(page);
    expectWhole(counts, rowCount);
    expect(counts).toEqual(expected);
    expectQuiet();
  });
}

test('countries under “Views avg.” are said to be countries, and go where countries go', async () => {
  const june = lists.find((list) => list.includes('june_2022_june'));
  test.skip(!june, 'the shared fixtures are not on this machine');
  await uploadList(page, workspace.slug, june ?? '');
  const column = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Views avg.' }) });
  await expect(column).toContainText('The header says average views, the content is countries.');
  await expect(column.getByRole('combobox')).toHaveText('Country');
});

test('two columns of one name are told apart', async () => {
  await uploadList(page, workspace.slug, csvFile('twice.csv', 'Name,Likes,Likes\nAda,1,2\n'));
  await expect(page.getByRole('heading', { name: 'Likes', exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Likes (2)' })).toBeVisible();
});

test('an ambiguous date is asked with cells of the file, before anything goes on', async () => {
  await uploadList(page, workspace.slug, csvFile('dates.csv', 'Name,Birthday\nAda Dee,03/04/1990\nBo Ek,05/06/1991\n'));
  await page.getByRole('button', { name: 'Check the list' }).click();
  const question = page.getByRole('region', { name: 'Which date is meant?' });
  await expect(question).toBeFocused();
  await expect(question).toContainText('03/04/1990 is 3 Apr 1990');
  await expect(question).toContainText('03/04/1990 is 4 Mar 1990');
  await expect(question).toContainText('Choose one to go on.');
  await question.getByRole('radio', { name: 'Month first' }).check();
  await page.getByRole('button', { name: 'Check the list' }).click();
  await expect(startButton(page)).toBeVisible();
});

test('two columns cannot go to one field, and what was chosen survives a reload', async () => {
  await uploadList(page, workspace.slug, csvFile('clash.csv', 'Name,Town\nAda Clash,Ghent\n'));
  const town = page.getByRole('combobox', { name: 'Where “Town” goes' });
  await town.click();
  await page.getByPlaceholder('Search…').fill('name');
  await page.getByRole('option', { name: 'Name', exact: true }).click();
  await expect(page.getByText('“Name” already comes from “Name”.')).toBeVisible();
  await page.getByRole('button', { name: 'Check the list' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Two columns' })).toBeFocused();
  await page.reload();
  await expect(town).toHaveText('Name');
  await town.click();
  await page.getByRole('option', { name: /Do not import/ }).click();
  await checkList(page);
});

test('a column without a field becomes one of the type that was chosen, also after a reload', async () => {
  await uploadList(page, workspace.slug, csvFile('sizes.csv', 'Name,Shoe code\nAda Shoe,041\nBob Shoe,042\n'));
  const type = page.getByRole('combobox', { name: 'What the field for “Shoe code” holds' });
  await expect(type).toHaveValue('number');
  await type.selectOption('Text');
  await page.reload({ waitUntil: 'networkidle' });
  await expect(type).toHaveValue('text');
  await checkList(page);
  await startImport(page);
  await page.getByRole('link', { name: 'Ada Shoe', exact: true }).first().click();
  await page.waitForURL(/\/creators\/crt_/);
  await page.getByText('More fields').click();
  await expect(page.getByText('041', { exact: true })).toBeVisible();
});

test('a binary file called .csv is refused in words, and another one can be chosen', async () => {
  const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array(4000).keys()]);
  await chooseFile(page, workspace.slug, { name: 'list.csv', mimeType: 'text/csv', buffer: bytes });
  const refusal = page.getByRole('alert').filter({ hasText: '“list.csv” was not taken' });
  await expect(refusal).toContainText(/table/i);
  await expect(refusal.getByRole('button', { name: 'Choose another file' })).toBeVisible();
  await page.locator('input[type=file]').setInputFiles(csvFile('mended.csv', 'Name\nAda Mended\n'));
  await page.waitForURL(/\/imports\/imp_/);
});

test('the same list twice changes nothing; undo takes the first back', async () => {
  const rows = Array.from({ length: 40 }, (_, index) => `Twin ${index},@twin_${index},${1000 + index}`);
  const file = csvFile('twins.csv', ['Name,Instagram,Followers', ...rows, ',,'].join('\n'));
  await uploadList(page, workspace.slug, file);
  await checkList(page);
  await startImport(page);
  expect(await readTiles(page)).toMatchObject({ Rows: 41, Created: 40 });
  const first = page.url();
  await page.getByRole('link', { name: 'See who was added' }).click();
  await expect(page.getByText('Made by one import')).toBeVisible();
  await expect(page.getByText('40 creators', { exact: true })).toBeVisible();
  await expect(page.getByRole('row', { name: /Twin 0 / })).toBeVisible();
  await expect(page.getByRole('row', { name: /Ada / })).toHaveCount(0);

  await uploadList(page, workspace.slug, file);
  await checkList(page);
  await startImport(page);
  expect(await readTiles(page)).toMatchObject({ Rows: 41, Created: 0, Updated: 0, Unchanged: 40 });

  await page.goto(first, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: /Created 40/ }).click();
  await expect(page).toHaveURL(/outcome=created/);
  await expect(page.getByRole('link', { name: 'Twin 0', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('40 creators this import added');
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await expect(page.getByText('40 creators taken away')).toBeVisible({ timeout: 30_000 });
});

test('rejected rows are listed with their reason and come back as a file', async () => {
  await uploadList(page, workspace.slug, csvFile('holes.csv', 'Name,City\nAda Hole,Ghent\n,Berlin\n,Rome\n'));
  await checkList(page);
  await expect(page.getByRole('region', { name: 'Rejected rows' })).toContainText('no handle, e-mail address or name');
  await startImport(page);
  await page.getByRole('button', { name: /Rejected 2/ }).click();
  await expect(page.getByRole('grid', { name: 'Rows of the file' })).toContainText('Berlin');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download rejected rows' }).click();
  const text = await (await download).createReadStream().then(readAll);
  expect(text).toContain('Name,City,Reason,Line');
  expect(text).toContain(',Rome,');
});

test('a reload while it runs shows where it is; it can be paused, resumed and comes to its end', async () => {
  test.setTimeout(180_000);
  const rows = Array.from({ length: 20_000 }, (_, index) => `Crowd ${index},@crowd_${index},${index}`);
  await uploadList(page, workspace.slug, csvFile('crowd.csv', ['Name,Instagram,Followers', ...rows].join('\n')));
  await page.getByRole('button', { name: 'Check the list' }).click();
  await page.getByRole('button', { name: /^Import (without waiting|20,000 rows)$/ }).click();
  const progress = page.getByRole('progressbar', { name: 'Rows imported' });
  await expect(progress).toBeVisible();
  await page.reload({ waitUntil: 'networkidle' });
  await expect(progress).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByRole('button', { name: /^Created/ })).toBeVisible({ timeout: 150_000 });
  expectWhole(await readTiles(page), 20_000);
});

function csvFilesOf(folder: string): string[] {
  const found = readdirSync(join(fixtures, folder), { recursive: true, encoding: 'utf8' });
  return found.filter((name) => name.endsWith('.csv')).map((name) => join(fixtures, folder, name));
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += chunk.toString();
  return text;
}
