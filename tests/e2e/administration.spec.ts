import { expect, test, type Page } from '@playwright/test';
import { addE2eCreators, makeE2eKey } from '../support/e2e-creators';
import { foundE2eWorkspace, type E2eWorkspace } from '../support/e2e-workspace';
import { strandEffect } from '../support/strand-effect';
import { visit } from '../support/visit';
import { watchConsole } from '../support/watch-console';

// One after the other, on what the one before left: how a workspace grows.
test.describe.configure({ mode: 'serial' });

let workspace: E2eWorkspace;
let page: Page;
let creatorId = '';

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage();
  workspace = await foundE2eWorkspace(page, 'Administration');
  const key = await makeE2eKey(workspace.slug);
  const noor = { displayName: 'Noor Bakker', handles: [{ platform: 'instagram', name: 'noor.skin' }] };
  [creatorId = ''] = await addE2eCreators(page.request, key, [noor]);
});
test.afterAll(() => page.close());

const at = (path: string) => `/${workspace.slug}/${path}`;

test('a custom field is made, offered on the record, renamed, put away and brought back', async () => {
  const expectQuiet = watchConsole(page);
  await visit(page, at('settings/custom-fields'));
  await page.getByRole('button', { name: 'New field' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Type').selectOption('select');
  await dialog.getByLabel('Name').fill('Program');
  await dialog.getByRole('button', { name: 'Add field' }).click();
  await expect(dialog.getByText('must offer something to select').first()).toBeVisible();
  await expect(dialog.getByText('What it offers must offer something to select')).toBeVisible();
  // A reload in the middle of it loses nothing that was typed.
  await page.reload();
  await page.getByRole('button', { name: 'New field' }).click();
  await expect(dialog.getByLabel('Type')).toHaveValue('select');
  await expect(dialog.getByLabel('Name')).toHaveValue('Program');
  await dialog.getByRole('combobox', { name: 'What it offers' }).click();
  for (const option of ['Gold', 'Silver']) {
    await page.getByPlaceholder('Search').fill(option);
    await page.getByRole('option', { name: option }).click();
  }
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Add field' }).click();
  await expect(page.getByText('One of a list · Gold, Silver')).toBeVisible();

  await page.getByRole('button', { name: 'Change Program' }).click();
  await expect(dialog.getByLabel('Type')).toBeDisabled();
  await dialog.getByLabel('Name').fill('Programme');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Programme', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Put Programme away' }).click();
  await expect(page.getByRole('heading', { name: 'No field of your own yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('One of a list · Gold, Silver')).toBeVisible();
  expectQuiet();
});

test('a contact of an agency speaks for a creator, on topics, instead of them', async () => {
  await visit(page, at('contacts'));
  await page.keyboard.press('n');
  const added = page.getByRole('dialog', { name: 'New contact' });
  await added.getByLabel('Name').fill('Pim de Wit');
  await added.getByLabel('E-mail').fill('pim@north.example');
  await added.getByRole('combobox', { name: 'Agency' }).click();
  await page.getByPlaceholder('Search').fill('North Talent');
  await page.getByRole('option', { name: 'North Talent' }).click();
  await expect(added.getByText('North Talent')).toBeVisible();
  await added.getByRole('button', { name: 'Add contact' }).click();

  const pim = page.getByRole('dialog', { name: 'Pim de Wit' });
  await expect(pim.getByText('pim@north.example')).toBeVisible();
  await pim.getByLabel('Add a creator').click();
  await page.getByPlaceholder('Search').fill('noor');
  await page.getByRole('option', { name: 'Noor Bakker' }).click();
  await pim.getByLabel('Mail about Noor Bakker').selectOption('instead');
  await expect(pim.getByLabel('Mail about Noor Bakker')).toHaveValue('instead');
  await visit(page, at(`creators/${creatorId}`));
  await expect(page.getByText('Pim de Wit, North Talent')).toBeVisible();
  await expect(page.getByText('answers instead')).toBeVisible();

  await visit(page, at('contacts?tab=agencies'));
  await page.getByRole('row').filter({ hasText: 'North Talent' }).click();
  const agency = page.getByRole('dialog', { name: 'North Talent' });
  await agency.getByLabel('Website').fill('no address');
  await agency.getByRole('button', { name: 'Save' }).click();
  await expect(agency.getByText('must be a web address').first()).toBeVisible();
  await agency.getByLabel('Website').fill('north.example');
  await agency.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'north.example' })).toBeVisible();
  await agency.getByRole('button', { name: 'Pim de Wit' }).click();
  await expect(pim.getByRole('link', { name: 'Noor Bakker' })).toBeVisible();
});

test('the palette finds contacts and agencies, and opens them', async () => {
  await visit(page, at('creators'));
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Find a creator').fill('north');
  await page.getByRole('option', { name: /^North Talent/ }).click();
  await expect(page.getByRole('dialog', { name: 'North Talent' })).toBeVisible();
});

test('numbers and an audience are entered with who reported them and when', async () => {
  await visit(page, at(`creators/${creatorId}?tab=audience`));
  await page.getByRole('button', { name: 'Add numbers' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Followers').fill('a lot');
  await dialog.getByRole('button', { name: 'Add numbers' }).click();
  await expect(dialog.getByText('Say who reported it.').first()).toBeVisible();
  await expect(dialog.getByText('is not a number like').first()).toBeVisible();
  await dialog.getByLabel('Source').fill('Media kit');
  await dialog.getByLabel('As of').fill('2026-03-05');
  await dialog.getByLabel('Followers').fill('84.5k');
  await dialog.getByLabel('Engagement rate').fill('3,4');
  await dialog.getByRole('button', { name: 'Add numbers' }).click();
  await expect(page.getByText('84,500 · 5 Mar 2026, Media kit')).toBeVisible();
  await expect(page.getByText('3.4% · 5 Mar 2026, Media kit')).toBeVisible();

  await page.getByRole('button', { name: 'Add audience' }).click();
  await dialog.getByLabel('Source').fill('HypeAuditor');
  await dialog.getByRole('button', { name: 'Add to countries' }).click();
  await dialog.getByLabel('Percent of United States').fill('120');
  await dialog.getByRole('button', { name: 'Add audience' }).click();
  await expect(dialog.getByText('more than all followers').first()).toBeVisible();
  await dialog.getByLabel('Percent of United States').fill('62');
  await dialog.getByLabel('Judged real').fill('91');
  await dialog.getByRole('button', { name: 'Add audience' }).click();
  await expect(page.getByText('HypeAuditor · 91% judged real')).toBeVisible();
  await expect(page.getByText('62%')).toBeVisible();
});

test('an admin tries again what gave up, and decides what nobody knows', async () => {
  await visit(page, at('settings/unfinished'));
  await expect(page.getByRole('heading', { name: 'Everything happened' })).toBeVisible();
  await strandEffect(workspace.slug, 'dead');
  await strandEffect(workspace.slug, 'unknown');
  await visit(page, at('settings/unfinished'));
  const gaveUp = page.getByRole('listitem').filter({ hasText: 'dead@strand.example' });
  await expect(gaveUp.getByText('The mailbox is busy')).toBeVisible();
  await expect(gaveUp.getByText('16 attempts')).toBeVisible();
  await expect(gaveUp.getByRole('link', { name: 'Noor Bakker' })).toBeVisible();
  await gaveUp.getByRole('button', { name: 'Try again' }).click();
  await expect(gaveUp).toHaveCount(0);
  const unknown = page.getByRole('listitem').filter({ hasText: 'unknown@strand.example' });
  await unknown.getByRole('button', { name: 'It happened' }).click();
  await expect(page.getByRole('heading', { name: 'Everything happened' })).toBeVisible();
});
