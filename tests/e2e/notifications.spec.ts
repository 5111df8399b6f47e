import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { addE2eCreators, makeE2eKey } from '../support/e2e-creators';
import { addE2eColleague, foundE2eWorkspace, type E2eWorkspace } from '../support/e2e-workspace';
import { visit } from '../support/visit';
import { watchConsole } from '../support/watch-console';

test.describe.configure({ mode: 'serial' });

let workspace: E2eWorkspace;
let mine: Page;
let theirs: Page;
let creatorId = '';

test.beforeAll(async ({ browser }) => {
  mine = await browser.newPage();
  workspace = await foundE2eWorkspace(mine, 'Bell');
  const key = await makeE2eKey(workspace.slug);
  [creatorId = ''] = await addE2eCreators(mine.request, key, [{ displayName: 'Noor Bakker' }]);
  theirs = await addE2eColleague(browser, workspace, { name: 'Mia Marketer', role: 'marketer' });
});
test.afterAll(async () => {
  await mine.close();
  await theirs.close();
});

test('a mention rings the bell of the one who is meant, without reloading, and leads to the note', async () => {
  const expectQuiet = watchConsole(theirs);
  await visit(theirs, `/${workspace.slug}/contacts`);
  await visit(mine, `/${workspace.slug}/creators/${creatorId}`);
  await mine.keyboard.press('n');
  await mine.getByRole('textbox', { name: 'New note' }).click();
  await mine.keyboard.type('Please look, @Mia');
  await mine.getByRole('option', { name: /Mia Marketer/ }).click();
  await mine.getByRole('button', { name: 'Save note' }).click();

  const bell = theirs.getByRole('button', { name: 'Notifications, 1 unread' });
  await expect(bell).toBeVisible({ timeout: 5_000 });
  await expect(mine.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible();
  await bell.click();
  const panel = theirs.getByRole('dialog', { name: 'Notifications' });
  await expect(panel).toContainText('Ada Admin mentioned you on Noor Bakker');
  expect((await new AxeBuilder({ page: theirs }).include('[role=dialog]').analyze()).violations).toEqual([]);
  await theirs.screenshot({ path: test.info().outputPath('bell.png') });
  await panel.getByRole('link', { name: /mentioned you/ }).click();
  await theirs.waitForURL(`**/creators/${creatorId}?tab=notes`);
  await expect(theirs.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible();
  expectQuiet();
});

test('what one is told is chosen by oneself and kept', async () => {
  await visit(theirs, `/${workspace.slug}/settings/notifications`);
  await theirs.getByRole('combobox', { name: 'Mail about mentions' }).selectOption('Mail once a day');
  await theirs.getByRole('textbox', { name: 'Digests at' }).or(theirs.getByLabel('Digests at')).first().fill('09:15');
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect(theirs.getByText('Saved. It holds for what happens from now on')).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByRole('combobox', { name: 'Mail about mentions' })).toHaveValue('daily');
  await expect(theirs.getByLabel('Digests at')).toHaveValue('09:15');
  await expect(theirs.getByLabel('Your time zone')).toHaveValue('Europe/Berlin');
  expect((await new AxeBuilder({ page: theirs }).analyze()).violations).toEqual([]);
  await theirs.screenshot({ path: test.info().outputPath('settings.png'), fullPage: true });
});
