import { expect, test, type Page } from '@playwright/test';
import { addE2eCreators, makeE2eKey } from '../support/e2e-creators';
import { addE2eColleague, foundE2eWorkspace, type E2eWorkspace } from '../support/e2e-workspace';
import { writeMail } from '../support/write-mail';
import { visit } from '../support/visit';
import { watchConsole } from '../support/watch-console';

test.describe.configure({ mode: 'serial' });

let workspace: E2eWorkspace;
let key: string;
let mine: Page;
let theirs: Page;

/** As a provider that pushes raw mail does it. */
async function push(fields: Parameters<typeof writeMail>[0]): Promise<void> {
  const mailboxes = await mine.request.get('/api/v1/mailboxes', { headers: { authorization: `Bearer ${key}` } });
  const { data } = (await mailboxes.json()) as { data: { id: string }[] };
  const answer = await mine.request.post(`/api/v1/inbound/email?mailbox=${data[0]?.id}`, {
    headers: { authorization: `Bearer ${key}`, 'content-type': 'message/rfc822' },
    data: writeMail(fields),
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

const item = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Conversations' }).getByRole('listitem', { name });
const log = (page: Page) => page.getByRole('log', { name: 'Messages' });

test.beforeAll(async ({ browser }) => {
  mine = await browser.newPage();
  workspace = await foundE2eWorkspace(mine, 'Inbox');
  key = await makeE2eKey(workspace.slug);
  await addE2eCreators(mine.request, key, [
    { displayName: 'Mia Fischer', emails: [{ address: 'mia@fischer.example' }] },
  ]);
  theirs = await addE2eColleague(browser, workspace, { name: 'Ben Adler', role: 'marketer' });
});
test.afterAll(async () => {
  await mine.close();
  await theirs.close();
});

test('a mail that comes in shows without reloading, is read, answered, taken back and sent', async () => {
  const expectQuiet = watchConsole(mine);
  await visit(mine, `/${workspace.slug}/inbox`);
  await expect(mine.getByText('Nothing here')).toBeVisible();
  const started = Date.now();
  await push({ from: 'Mia Fischer <mia@fischer.example>', subject: 'Second cut', text: 'Second cut is up!' });
  await expect(item(mine, 'Mia Fischer')).toBeVisible();
  process.stdout.write(`pushed mail → on the screen: ${Date.now() - started} ms, with the push\n`);
  await item(mine, 'Mia Fischer').getByRole('button').click();
  await expect(log(mine)).toContainText('Second cut is up!');
  await expect(mine.getByRole('complementary', { name: 'Record' })).toContainText('Mia Fischer');

  await mine.getByRole('textbox', { name: 'Your answer' }).fill('Lovely light in the second half!');
  await mine.getByRole('button', { name: /^Send/ }).click();
  await expect(log(mine)).toContainText('Lovely light in the second half!');
  await mine.getByRole('button', { name: 'Undo' }).click();
  await expect(mine.getByRole('textbox', { name: 'Your answer' })).toContainText('Lovely light');
  await mine.getByRole('button', { name: /^Send/ }).click();
  await expect(log(mine).getByText('Sent', { exact: true })).toBeVisible({ timeout: 25_000 });
  expectQuiet();
});

test('two people see each other’s answer, note, assignment and presence', async () => {
  await push({ from: 'Mia Fischer <mia@fischer.example>', subject: 'Invoice', text: 'When can I expect the money?' });
  await visit(mine, `/${workspace.slug}/inbox?view=open`);
  await visit(theirs, `/${workspace.slug}/inbox?view=open`);
  for (const page of [mine, theirs]) {
    await item(page, 'Mia Fischer').filter({ hasText: 'expect the money' }).getByRole('button').click();
    await expect(log(page)).toContainText('When can I expect the money?');
  }
  await expect(mine.getByRole('list', { name: 'Here now' })).toContainText('Ben Adler is looking at this');

  await mine.getByRole('button', { name: 'Assign', exact: true }).click();
  await mine.getByRole('menuitem', { name: 'Ben Adler' }).click();
  await expect(theirs.getByRole('button', { name: 'Ben Adler', exact: true })).toBeVisible({ timeout: 5_000 });

  await theirs.getByRole('tab', { name: 'Note for colleagues' }).click();
  await theirs.getByRole('textbox', { name: 'Note for colleagues' }).fill('Finance pays on Friday.');
  await theirs.getByRole('button', { name: /Add the note/ }).click();
  await expect(log(mine).getByRole('article', { name: 'Note by Ben Adler' })).toContainText('Finance pays on Friday.');

  await theirs.getByRole('tab', { name: 'Answer' }).click();
  await theirs.getByRole('textbox', { name: 'Your answer' }).fill('On Friday.');
  await expect(mine.getByText('Ben Adler is writing here too')).toBeVisible();
  await theirs.getByRole('button', { name: /^Send/ }).click();
  await expect(log(mine)).toContainText('On Friday.', { timeout: 5_000 });
});

test('an unknown sender waits until somebody says who it is; what is done is gone by one key', async () => {
  await push({ from: 'Nora New <nora@new.example>', subject: 'Hello', text: 'I make films about tea.' });
  await visit(mine, `/${workspace.slug}/inbox?view=triage`);
  await item(mine, 'Nora New').getByRole('button').click();
  await mine.getByRole('button', { name: 'Create creator' }).click();
  await expect(mine.getByRole('complementary', { name: 'Record' })).toContainText('Nora New');
  await visit(mine, `/${workspace.slug}/inbox?view=open`);
  await item(mine, 'Nora New').getByRole('button').click();
  await expect(log(mine)).toContainText('films about tea');
  await mine.keyboard.press('e');
  await expect(item(mine, 'Nora New')).toBeHidden();
  await mine.getByRole('button', { name: 'Undo' }).click();
  await expect(item(mine, 'Nora New')).toBeVisible();
});
