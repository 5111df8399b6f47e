import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, Page } from '@playwright/test';
import pg from 'pg';
import type { Role } from '@/shared/permissions';

export interface E2eWorkspace {
  slug: string;
  email: string;
  password: string;
}

const run = promisify(execFile);
const password = 'a sentence that opens the door';

/** A new, empty workspace with one admin, founded as an operator does it: `npm run setup`, then the link in it. */
export async function foundE2eWorkspace(page: Page, name: string): Promise<E2eWorkspace> {
  const workspace = `${name} ${Math.random().toString(36).slice(2, 8)}`;
  const email = `admin@${workspace.replaceAll(' ', '-').toLowerCase()}.example`;
  const environment = JSON.parse(process.env.E2E_ENVIRONMENT ?? '{}') as Record<string, string>;
  const { stdout } = await run(
    process.execPath,
    ['--import', 'tsx', 'scripts/setup.ts', '--workspace', workspace, '--email', email, '--name', 'Ada Admin'],
    { env: { ...process.env, ...environment } },
  );
  const slug = /is at \/(\S+)\./.exec(stdout)?.[1];
  const link = /https?:\S+/.exec(stdout)?.[0];
  if (!slug || !link) throw new Error(`setup said: ${stdout}`);
  await page.goto(new URL(link).pathname);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`**/${slug}/creators`);
  return { slug, email, password };
}

/** A colleague in the same workspace, who signs in with the same password; answers the page they are signed in on. */
export async function addE2eColleague(
  browser: Browser,
  workspace: E2eWorkspace,
  { name, role }: { name: string; role: Role },
): Promise<Page> {
  const email = `${role}.${workspace.email}`;
  const client = new pg.Client({ connectionString: process.env.E2E_OWNER_URL });
  await client.connect();
  await client.query("select set_config('app.user_id', id::text, false) from app_user where email = $1", [
    workspace.email,
  ]);
  await client.query("select set_config('app.workspace_id', id::text, false) from workspace where slug = $1", [
    workspace.slug,
  ]);
  await client.query(
    `with made as (
      insert into app_user (id, email, name, password_hash)
      select gen_random_uuid(), $1, $2, password_hash from app_user where email = $3 returning id
    )
    insert into membership (id, workspace_id, user_id, role)
    select gen_random_uuid(), current_setting('app.workspace_id')::uuid, id, $4 from made`,
    [email, name, workspace.email, role],
  );
  await client.end();
  const page = await (await browser.newContext()).newPage();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`**/${workspace.slug}/creators`);
  return page;
}
