import { expect, test, type Page } from '@playwright/test';
import { addE2eCreators, makeE2eKey } from '../support/e2e-creators';
import { foundE2eWorkspace, type E2eWorkspace } from '../support/e2e-workspace';
import { visit } from '../support/visit';
import { watchConsole } from '../support/watch-console';

// One after the other, on what the one before left: how a workspace grows.
test.describe.configure({ mode: 'serial' });

let workspace: E2eWorkspace;
let page: Page;
let key = '';

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage();
  workspace = await foundE2eWorkspace(page, 'Creators');
  key = await makeE2eKey(workspace.slug);
});
test.afterAll(() => page.close());

const list = () => `/${workspace.slug}/creators`;
const rowOf = (name: string) => page.getByRole('row').filter({ hasText: name });

test('an empty list begins with a list to import or one creator to add', async () => {
  await visit(page, list());
  await expect(page.getByRole('heading', { name: 'Everyone you work with, in one place' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Import a list' }).first()).toBeVisible();
});

test('a creator is added by hand, and one who is there already is shown before a second is made', async () => {
  const expectQuiet = watchConsole(page);
  await visit(page, list());
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'New creator' });
  await dialog.getByLabel('Name').fill('Noor Bakker');
  await dialog.getByRole('textbox', { name: 'Handle 1' }).fill('@noor.skin');
  await dialog.getByLabel('E-mail').fill('noor@studio-nb.example');
  await dialog.getByRole('button', { name: 'Add creator' }).click();
  await expect(page.getByRole('heading', { name: 'Noor Bakker', level: 1 })).toBeVisible();
  await expect(page.getByText('@noor.skin')).toBeVisible();

  await visit(page, `${list()}?new=true`);
  await dialog.getByLabel('Name').fill('N. Bakker');
  await dialog.getByRole('textbox', { name: 'Handle 1' }).fill('https://www.instagram.com/noor.skin/');
  await dialog.getByRole('button', { name: 'Add creator' }).click();
  await expect(dialog.getByText('has the same handle')).toBeVisible();
  await expect(dialog.getByLabel('Name')).toHaveValue('N. Bakker');
  await visit(page, `${list()}?new=true`);
  await expect(dialog.getByLabel('Name')).toHaveValue('N. Bakker');
  await dialog.getByRole('button', { name: 'Start over' }).click();
  await expect(dialog.getByLabel('Name')).toHaveValue('');
  expectQuiet();
});

test('anyone is found by a typo, in the list and from anywhere', async () => {
  await addE2eCreators(page.request, key, [
    { displayName: 'Émile Laurent', handles: [{ platform: 'tiktok', name: 'emile.laurent' }], tags: ['men'] },
    { displayName: 'Ade Okafor', handles: [{ platform: 'youtube', name: 'adeokafor' }], stage: 'active' },
    { displayName: 'Mia Fischer', emails: [{ address: 'mia@glow.example' }], stage: 'active' },
  ]);
  await visit(page, list());
  await page.keyboard.press('/');
  await page.keyboard.type('emile lorent');
  await expect(rowOf('Émile Laurent')).toBeVisible();
  await expect(rowOf('Ade Okafor')).toHaveCount(0);
  await expect(page).toHaveURL(/q=emile/);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find or do' }).fill('bakkr');
  await page.getByRole('option', { name: /Noor Bakker/ }).click();
  await expect(page.getByRole('heading', { name: 'Noor Bakker', level: 1 })).toBeVisible();
});

test('rows are walked by keyboard, the record opens beside the list', async () => {
  await visit(page, list());
  await expect(rowOf('Ade Okafor')).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const beside = page.getByRole('dialog', { name: 'Ade Okafor' });
  await expect(beside.getByRole('button', { name: /Write/ })).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('dialog', { name: 'Émile Laurent' })).toBeVisible();
  await page.getByRole('link', { name: 'Open record' }).click();
  await expect(page.getByRole('heading', { name: 'Émile Laurent', level: 1 })).toBeVisible();
});

test('many are tagged at once; a filter is saved and stands at the left with its count', async () => {
  await visit(page, list());
  await rowOf('Ade Okafor').getByRole('checkbox').click();
  await rowOf('Mia Fischer').getByRole('checkbox').click();
  await page
    .getByRole('toolbar', { name: 'Actions for the selected rows' })
    .getByRole('button', { name: 'Tag', exact: true })
    .click();
  await page.getByRole('combobox', { name: 'Tags' }).click();
  await page.keyboard.type('spring');
  await page.getByRole('option', { name: 'Create “spring”' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Put on' }).click();
  await expect(rowOf('Ade Okafor')).toContainText('spring');
  await expect(rowOf('Mia Fischer')).toContainText('spring');

  await page.keyboard.press('f');
  const sheet = page.getByRole('dialog', { name: 'Filter' });
  await sheet.getByRole('button', { name: 'Condition' }).click();
  await sheet.getByRole('combobox', { name: 'Field' }).click();
  await page.getByRole('option', { name: 'Tags' }).click();
  await sheet.getByRole('combobox', { name: 'Tags' }).click();
  await page.getByRole('option', { name: 'spring' }).click();
  await page.keyboard.press('Escape');
  await expect(sheet.getByText('2 match')).toBeVisible();
  await sheet.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const naming = page.getByRole('dialog', { name: 'Save this filter' });
  await naming.getByLabel('Name').fill('Spring people');
  await naming.getByRole('button', { name: 'Save' }).click();
  const nav = page.getByRole('navigation', { name: 'Main' });
  await nav.getByRole('link', { name: 'Creators' }).click();
  await expect(page.getByText('2 creators')).toHaveCount(0);
  await nav.getByRole('link', { name: 'Spring people' }).click();
  await expect(page.getByText('2 creators')).toBeVisible();
  await expect(nav.getByRole('link', { name: 'Spring people' })).toHaveAttribute('aria-current', 'page');
});

test('who is ticked is exported into a file', async () => {
  await visit(page, list());
  await rowOf('Ade Okafor').getByRole('checkbox').click();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export 1 creator' });
  await dialog.getByRole('button', { name: 'Export 1 creator' }).click();
  const link = dialog.getByRole('link', { name: 'Download' });
  await expect(link).toBeVisible({ timeout: 20_000 });
  const file = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(await file.text()).toContain('Ade Okafor');
});
