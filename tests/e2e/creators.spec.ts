import { expect, test, type Page } from '@playwright/test';
import { addE2eCreators, makeE2eKey } from '../support/e2e-creators';
import { foundE2eWorkspace, type E2eWorkspace } from '../support/e2e-workspace';
import { visit } from '../support/visit';
import { watchConsole } from '../support/watch-console';

// What happens is the same in any colour and size; the looks have a test of their own.
test.beforeEach(({}, { project }) => test.skip(project.name !== 'desktop-light', 'once is enough'));
test.describe.configure({ mode: 'serial' });

let workspace: E2eWorkspace;
let page: Page;
let key = '';

test.beforeAll(async ({ browser }, { project }) => {
  if (project.name !== 'desktop-light') return;
  page = await browser.newPage();
  workspace = await foundE2eWorkspace(page, 'Creators');
  key = await makeE2eKey(workspace.slug);
});
test.afterAll(({}, { project }) => (project.name === 'desktop-light' ? page.close() : undefined));

const list = () => `/${workspace.slug}/creators`;
const rowOf = (name: string) => page.getByRole('row').filter({ hasText: name });

async function openRecord(name: string): Promise<void> {
  const [id] = await findIds(name);
  await visit(page, `${list()}/${id}`);
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

async function findIds(name: string): Promise<string[]> {
  const filter = { combine: 'and', conditions: [{ field: 'displayName', operator: 'is', value: name }] };
  const answer = await page.request.get(`/api/v1/creators?filter=${encodeURIComponent(JSON.stringify(filter))}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  return ((await answer.json()) as { data: { id: string }[] }).data.map(({ id }) => id);
}

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

test('a mail is written with a merge field and an attachment, leaves, and its state is in the timeline', async () => {
  const expectQuiet = watchConsole(page);
  await openRecord('Noor Bakker');
  await page.keyboard.press('c');
  const composer = page.getByRole('dialog', { name: 'Write to Noor Bakker' });
  const subject = `Glow launch ${Date.now()}`;
  await composer.getByRole('textbox', { name: 'Subject' }).fill(subject);
  await composer.getByRole('textbox', { name: 'Message' }).click();
  await page.keyboard.type('Dear {{creator.displayName}}, two reels in spring?');
  await composer.locator('input[type=file]').setInputFiles({
    name: 'brief.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('the brief'),
  });
  await expect(composer.getByRole('list', { name: 'Attachments' })).toContainText('brief.txt');
  await composer.getByRole('button', { name: 'Preview' }).click();
  await expect(composer.getByRole('article', { name: 'Preview' })).toContainText('Dear Noor Bakker, two reels');
  await composer.getByRole('button', { name: 'Send' }).click();
  const entry = page.getByRole('list', { name: 'Timeline' }).getByRole('listitem').filter({ hasText: subject });
  await expect(entry.getByText('Sent')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('tab', { name: /Conversation/ }).click();
  await expect(page.getByRole('link', { name: /brief.txt/ })).toBeVisible();
  const mailbox = await page.request.get(process.env.E2E_MAILBOX_URL ?? '');
  expect(await mailbox.text()).toContain(subject);
  expectQuiet();
});

test('what stands against writing is said, and blocks sending', async () => {
  await openRecord('Ade Okafor');
  await expect(page.getByText('No address').first()).toBeVisible();
  await page.keyboard.press('c');
  const composer = page.getByRole('dialog', { name: 'Write to Ade Okafor' });
  await expect(composer.getByText('It cannot be sent like this')).toBeVisible();
  await expect(composer.getByRole('button', { name: 'Send' })).toBeDisabled();
  await page.keyboard.press('Escape');
});

test('a note mentions a colleague, is pinned, edited with its history, and archived with a way back', async () => {
  await openRecord('Noor Bakker');
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'New note' }).click();
  await page.keyboard.type('Prefers mornings, ask @Ada');
  await page.getByRole('option', { name: /Ada Admin/ }).click();
  await page.getByRole('button', { name: 'Save note' }).click();
  const note = page.getByRole('list', { name: 'Notes' }).getByRole('article');
  await expect(note).toContainText('Prefers mornings, ask @Ada Admin');

  await note.getByRole('button', { name: 'What to do with this note' }).click();
  await page.getByRole('menuitem', { name: /Pin/ }).click();
  await expect(
    page
      .getByRole('region', { name: 'How Noor works' })
      .or(page.locator('section', { hasText: 'How Noor works' }))
      .first(),
  ).toContainText('Prefers mornings');

  await note.getByRole('button', { name: 'What to do with this note' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Note', exact: true }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' before ten');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await note.getByRole('button', { name: 'edited' }).click();
  await expect(page.getByRole('region', { name: 'What it said before' })).toContainText('Prefers mornings');

  await note.getByRole('button', { name: 'What to do with this note' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(page.getByRole('heading', { name: 'No notes yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(note).toContainText('before ten');
});

test('a change shows at once; a quote is logged; do not contact is said with its reason', async () => {
  await openRecord('Mia Fischer');
  await page.getByRole('button', { name: /^Stage: Active/ }).click();
  await page.getByRole('menuitem', { name: 'Ambassador' }).click();
  await expect(page.getByRole('button', { name: /^Stage: Ambassador/ })).toBeVisible();
  await page.getByRole('button', { name: 'Log quote' }).click();
  const quote = page.getByRole('dialog', { name: 'Log a quote' });
  await quote.getByRole('textbox', { name: 'Fee' }).fill('1200');
  await quote.getByLabel('Format').fill('Reel');
  await quote.getByRole('button', { name: 'Log quote' }).click();
  await expect(page.getByText('€1,200.00').first()).toBeVisible();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Do not contact' }).click();
  const form = page.getByRole('dialog', { name: 'Do not contact' });
  await form.getByLabel('Reason').fill('Asked us to stop');
  await form.getByRole('button', { name: 'Do not contact' }).click();
  await expect(page.getByText('Asked us to stop').first()).toBeVisible();
});

test('two records are merged after a look at their differences, and taken apart again', async () => {
  await addE2eCreators(page.request, key, [
    { displayName: 'Lea Vogt', city: 'Berlin', handles: [{ platform: 'instagram', name: 'leavogt' }] },
    {
      displayName: 'Lea Vogt',
      city: 'Hamburg',
      handles: [{ platform: 'tiktok', name: 'lea.vogt' }],
      allowDuplicate: true,
    },
  ]);
  await openRecord('Lea Vogt');
  await page.getByRole('button', { name: 'Merge with Lea Vogt' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge Lea Vogt with another' });
  await expect(dialog.getByRole('group', { name: 'City' })).toContainText('Hamburg');
  await dialog.getByRole('group', { name: 'City' }).getByText('Hamburg').click();
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByText('Merged into this record').first()).toBeVisible();
  await expect(page.getByText('@lea.vogt')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(page.getByText('Merged into this record')).toHaveCount(0);
  expect(await findIds('Lea Vogt')).toHaveLength(2);
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

test('archiving has a way back', async () => {
  await openRecord('Ade Okafor');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(page.getByText(/^Archived on/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/^Archived on/)).toHaveCount(0);
});
