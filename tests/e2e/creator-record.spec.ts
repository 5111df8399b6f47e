import { expect, test, type Page } from '@playwright/test';
import { addE2eCreators, findE2eCreators, makeE2eKey } from '../support/e2e-creators';
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
  workspace = await foundE2eWorkspace(page, 'Records');
  key = await makeE2eKey(workspace.slug);
  await addE2eCreators(page.request, key, [
    {
      displayName: 'Noor Bakker',
      greeting: 'Noor',
      handles: [{ platform: 'instagram', name: 'noor.skin' }],
      emails: [{ address: 'noor@studio-nb.example' }],
    },
    { displayName: 'Ade Okafor', handles: [{ platform: 'youtube', name: 'adeokafor' }], stage: 'active' },
    { displayName: 'Mia Fischer', emails: [{ address: 'mia@glow.example' }], stage: 'active' },
  ]);
});
test.afterAll(() => page.close());

async function openRecord(name: string): Promise<void> {
  const [id] = await findE2eCreators(page.request, key, name);
  await visit(page, `/${workspace.slug}/creators/${id}`);
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

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
  await page.getByRole('button', { name: 'More actions' }).click();
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
  expect(await findE2eCreators(page.request, key, 'Lea Vogt')).toHaveLength(2);
});

test('archiving has a way back', async () => {
  await openRecord('Ade Okafor');
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(page.getByText(/^Archived on/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/^Archived on/)).toHaveCount(0);
});
