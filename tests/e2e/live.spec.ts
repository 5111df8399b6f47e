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
  workspace = await foundE2eWorkspace(mine, 'Live');
  const key = await makeE2eKey(workspace.slug);
  [creatorId = ''] = await addE2eCreators(mine.request, key, [{ displayName: 'Noor Bakker' }]);
  theirs = await addE2eColleague(browser, workspace, { name: 'Mia Marketer', role: 'marketer' });
});
test.afterAll(async () => {
  await mine.close();
  await theirs.close();
});

test('what one person changes, another sees in the record and in the list, without reloading', async () => {
  const expectQuiet = watchConsole(theirs);
  await visit(mine, `/${workspace.slug}/creators/${creatorId}`);
  const streams = theirs.waitForRequest(/\/api\/live\//);
  await visit(theirs, `/${workspace.slug}/creators/${creatorId}`);
  await streams;
  await theirs.getByRole('button', { name: /^Stage: / }).waitFor();

  const started = Date.now();
  await mine.getByRole('button', { name: /^Stage: / }).click();
  await mine.getByRole('menuitem', { name: 'Ambassador' }).click();
  await expect(theirs.getByRole('button', { name: 'Stage: Ambassador' })).toBeVisible({ timeout: 5_000 });
  await expect(theirs.getByRole('list', { name: 'Timeline' })).toContainText('Ambassador');
  process.stdout.write(`one click → another browser: ${Date.now() - started} ms, with both clicks\n`);

  await visit(theirs, `/${workspace.slug}/creators`);
  const row = theirs.getByRole('row').filter({ hasText: 'Noor Bakker' });
  await expect(row).toContainText('Ambassador');
  await mine.getByRole('button', { name: /^Stage: / }).click();
  await mine.getByRole('menuitem', { name: 'Paused' }).click();
  await expect(row).toContainText('Paused', { timeout: 5_000 });
  expectQuiet();
});

test('two people see each other at the same record, and that one of them is writing', async () => {
  await visit(mine, `/${workspace.slug}/creators/${creatorId}`);
  await visit(theirs, `/${workspace.slug}/creators/${creatorId}`);
  await expect(mine.getByRole('list', { name: 'Here now' })).toContainText('Mia Marketer is looking at this');
  await expect(theirs.getByRole('list', { name: 'Here now' })).toContainText('Ada Admin is looking at this');
  await theirs.keyboard.press('c');
  await expect(mine.getByRole('list', { name: 'Here now' })).toContainText('Mia Marketer is writing here');
  await theirs.keyboard.press('Escape');
  await expect(mine.getByRole('list', { name: 'Here now' })).toContainText('Mia Marketer is looking at this');
  await theirs.goto(`/${workspace.slug}/contacts`);
  await expect(mine.getByRole('list', { name: 'Here now' })).toBeHidden();
});
