import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';

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
