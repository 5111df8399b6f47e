import { expect, test, type Page } from '@playwright/test';
import { foundE2eWorkspace, type E2eWorkspace } from '../support/e2e-workspace';

let workspace: E2eWorkspace;

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage();
  workspace = await foundE2eWorkspace(page, 'Sign in');
  await page.close();
});

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function openSignIn(page: Page, path: string, email = workspace.email): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.getByLabel('E-mail').fill(email);
}

test('the right password leads to where the person wanted to go, with one request', async ({ page }) => {
  const wanted = `/${workspace.slug}/imports`;
  await openSignIn(page, `/sign-in?callbackUrl=${encodeURIComponent(wanted)}`);
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/auth/')) asked.push(`${request.method()} ${pathname}`);
  });
  await signIn(page, workspace.password);
  await page.waitForURL(`**${wanted}`);
  expect(asked).toEqual(['POST /api/auth/callback/credentials']);
});

test('a wrong password is refused, what was typed stays, and the right one opens the same form', async ({ page }) => {
  await openSignIn(page, '/sign-in');
  await signIn(page, 'a sentence that opens nothing');
  await expect(page.getByRole('alert').filter({ hasText: 'do not fit together' })).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue(workspace.email);
  await signIn(page, workspace.password);
  await page.waitForURL(`**/${workspace.slug}/creators`);
});

test('a form that was open for so long that its cookie is gone still signs in', async ({ page }) => {
  await openSignIn(page, '/sign-in');
  await page.context().clearCookies();
  await signIn(page, workspace.password);
  await page.waitForURL(`**/${workspace.slug}/creators`);
});

test('a request without the token that belongs to the cookie signs nobody in', async ({ page }) => {
  const answer = await page.request.post('/api/auth/callback/credentials', {
    form: { email: workspace.email, password: workspace.password, csrfToken: 'made up', json: 'true' },
  });
  expect(new URL(((await answer.json()) as { url: string }).url).search).toBe('?csrf=true');
  await page.goto(`/${workspace.slug}/creators`);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('who tries too often is told to wait', async ({ page }) => {
  await openSignIn(page, '/sign-in', `nobody-${Math.random().toString(36).slice(2)}@sign-in.example`);
  const messages = page.getByRole('alert');
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    const answered = page.waitForResponse('**/api/auth/callback/credentials');
    await signIn(page, 'a sentence that opens nothing');
    await answered;
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  }
  await expect(messages.filter({ hasText: 'do not fit together' })).toBeVisible();
  await signIn(page, 'a sentence that opens nothing');
  await expect(messages.filter({ hasText: 'Too many attempts' })).toBeVisible();
});

test('a server that does not answer is named, and the form can be sent again', async ({ page }) => {
  await openSignIn(page, '/sign-in');
  await page.route('**/api/auth/**', (route) => route.abort());
  await signIn(page, workspace.password);
  await expect(page.getByRole('alert').filter({ hasText: 'did not answer' })).toBeVisible();
  await page.unroute('**/api/auth/**');
  await signIn(page, workspace.password);
  await page.waitForURL(`**/${workspace.slug}/creators`);
});
