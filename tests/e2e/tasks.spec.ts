import { expect, test, type Page } from '@playwright/test';
import { addE2eCreators, makeE2eKey } from '../support/e2e-creators';
import { foundE2eWorkspace, type E2eWorkspace } from '../support/e2e-workspace';
import { visit } from '../support/visit';
import { watchConsole } from '../support/watch-console';

// One after the other, on what the one before left: how a day's work goes.
test.describe.configure({ mode: 'serial' });

let workspace: E2eWorkspace;
let page: Page;
let creatorId = '';

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage();
  workspace = await foundE2eWorkspace(page, 'Tasks');
  const key = await makeE2eKey(workspace.slug);
  [creatorId = ''] = await addE2eCreators(page.request, key, [{ displayName: 'Noor Bakker' }]);
});
test.afterAll(() => page.close());

const list = () => `/${workspace.slug}/tasks`;
const row = (title: string) => page.locator('li[data-task]').filter({ hasText: title });
const field = () => page.getByRole('textbox', { name: 'New task' });
const waiting = () => page.getByRole('link', { name: /^Tasks/ }).first();

async function add(line: string): Promise<void> {
  await field().fill(line);
  await field().press('Enter');
  await expect(field()).toHaveValue('');
}

test('a task is written in one line, and what the line says of the day is shown before', async () => {
  const expectQuiet = watchConsole(page);
  await visit(page, list());
  await expect(page.getByRole('heading', { name: 'Nothing to do' })).toBeVisible();
  await page.keyboard.press('c');
  await expect(field()).toBeFocused();
  await field().fill('Ask for the invoice tomorrow');
  await expect(page.getByText('Due Tomorrow')).toBeVisible();
  await field().press('Enter');
  await expect(row('Ask for the invoice')).toContainText('Tomorrow');
  await expect(waiting()).toContainText('1');
  await add('Call Mia today');
  await add('Collect ideas');
  await expect(page.getByRole('region', { name: 'Today' }).getByText('Call Mia')).toBeVisible();
  await expect(page.getByRole('region', { name: 'No date' }).getByText('Collect ideas')).toBeVisible();
  await expect(waiting()).toContainText('3');
  expectQuiet();
});

test('the list is worked through by keys: done, undone, put off', async () => {
  await page.locator('body').click({ position: { x: 700, y: 5 } });
  await page.keyboard.press('j');
  await expect(row('Call Mia').getByRole('button', { name: 'Call Mia', exact: true })).toBeFocused();
  await page.keyboard.press('e');
  await expect(row('Call Mia')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row('Call Mia')).toBeVisible();
  await row('Collect ideas').getByRole('button', { name: 'Collect ideas', exact: true }).focus();
  await page.keyboard.press('h');
  await page.getByRole('menuitem', { name: /Tomorrow/ }).click();
  await expect(row('Collect ideas')).toBeHidden();
  await page.getByRole('link', { name: 'Put off' }).click();
  await expect(row('Collect ideas')).toBeVisible();
});

test('everything of a task is changed beside the list, and kept', async () => {
  await visit(page, `${list()}?view=all`);
  await row('Ask for the invoice').getByRole('button', { name: 'Ask for the invoice', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Ask for the invoice' });
  await sheet.getByLabel('Priority').selectOption('high');
  await sheet.getByLabel('Comes again').selectOption('week');
  await sheet.getByLabel('Note').fill('Twice asked');
  await page.keyboard.press('Escape');
  await expect(row('Ask for the invoice')).toContainText('High');
  await page.reload();
  await row('Ask for the invoice').getByRole('button', { name: 'Ask for the invoice', exact: true }).click();
  await expect(sheet.getByLabel('Note')).toHaveValue('Twice asked');
  await expect(sheet.getByLabel('Comes again')).toHaveValue('week');
  // Of a series, the next is there once this one is done.
  await sheet.getByRole('button', { name: 'Done', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(row('Ask for the invoice')).toHaveCount(1);
  await expect(row('Ask for the invoice')).not.toContainText('Tomorrow');
});

test('what the server refuses is taken back, and the reason is said', async () => {
  await visit(page, `${list()}?view=all`);
  await page.route('**/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await row('Call Mia')
    .getByRole('button', { name: /Done: Call Mia/ })
    .click();
  await expect(page.getByText('“Call Mia” was not changed')).toBeVisible();
  await expect(row('Call Mia')).toBeVisible();
  await page.unroute('**/*');
});

test('many are changed at once', async () => {
  await visit(page, `${list()}?view=all`);
  await row('Call Mia').getByRole('checkbox').click();
  await row('Ask for the invoice').getByRole('checkbox').click();
  await page.getByRole('toolbar').getByRole('button', { name: 'Due' }).click();
  await page.getByRole('menuitem', { name: 'Next Monday' }).click();
  await expect(page.getByText('2 due: Next Monday')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Later' }).locator('li[data-task]')).toHaveCount(2);
});

test('a creator’s record shows what there is to do about them, and takes one line more', async () => {
  await visit(page, `/${workspace.slug}/creators/${creatorId}`);
  await page.keyboard.press('t');
  await add('Send the parcel');
  await expect(page.getByRole('list', { name: 'Tasks' }).getByText('Send the parcel')).toBeVisible();
  await page.getByRole('link', { name: 'Send the parcel' }).click();
  const sheet = page.getByRole('dialog', { name: 'Send the parcel' });
  await sheet.getByRole('link', { name: 'Noor Bakker' }).click();
  await expect(page.getByRole('heading', { name: 'Noor Bakker', level: 1 })).toBeVisible();
});

test('a board shows the same work by its state, and a card moves by its menu', async () => {
  await visit(page, `${list()}?view=all&board=true`);
  await page.getByRole('button', { name: 'Move: Call Mia' }).click();
  await page.getByRole('menuitem', { name: 'Under way' }).click();
  await expect(page.getByRole('region', { name: 'Under way' }).getByText('Call Mia')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('region', { name: 'Under way' }).getByText('Call Mia')).toBeVisible();
});

test('⌘K finds a task and begins one', async () => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('parcel');
  await page.getByRole('option', { name: /Send the parcel/ }).click();
  await expect(page.getByRole('dialog', { name: 'Send the parcel' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: 'New task' }).click();
  await expect(field()).toBeFocused();
});
