import { test } from '@playwright/test';
import { foundE2eWorkspace } from '../support/e2e-workspace';
import { expectAccess } from '../support/expect-access';
import { checkList, csvFile, startImport, uploadList } from '../support/import-screens';
import { watchConsole } from '../support/watch-console';

const messy = [
  'Name,Instagram,Views avg.,Likes,Likes,Joined,Colour',
  ...Array.from({ length: 30 }, (_, index) => `Look ${index},@look_${index},Spain,1.2k,1200,03/04/2022,red`),
  ',,Spain,1,1,03/04/2022,blue',
].join('\n');

test('every screen of an import passes axe, in this colour and size', async ({ page }) => {
  test.setTimeout(120_000);
  const expectQuiet = watchConsole(page);
  const { slug } = await foundE2eWorkspace(page, 'Looks');
  await page.goto(`/${slug}/imports`);
  await expectAccess(page, 'Bring your list');
  await uploadList(page, slug, csvFile('messy.csv', messy));
  await expectAccess(page, 'As it will be read');
  await page.getByRole('combobox', { name: 'Where “Colour” goes' }).click();
  await expectAccess(page, 'Numbers of the account');
  await page.keyboard.press('Escape');
  await checkList(page);
  await expectAccess(page, 'Rows that will be rejected');
  await startImport(page);
  await expectAccess(page, 'Undo import');
  await page.getByRole('button', { name: 'Undo import' }).click();
  await expectAccess(page, 'This is taken back');
  await page.keyboard.press('Escape');
  await page.goto(`/${slug}/imports`);
  await expectAccess(page, 'messy.csv');
  expectQuiet();
});
