import { expect, test } from '@playwright/test';
import { addE2eCreators, makeE2eKey } from '../support/e2e-creators';
import { foundE2eWorkspace } from '../support/e2e-workspace';
import { expectAccess } from '../support/expect-access';
import { visit } from '../support/visit';
import { watchConsole } from '../support/watch-console';

const noor = {
  displayName: 'Noor Bakker',
  greeting: 'Noor',
  formality: 'familiar',
  country: 'NL',
  city: 'Rotterdam',
  timeZone: 'Europe/Amsterdam',
  languages: ['nl', 'en'],
  stage: 'active',
  tags: ['science', 'skincare'],
  handles: [
    { platform: 'instagram', name: 'noor.skin' },
    { platform: 'tiktok', name: 'noorskin' },
  ],
  emails: [{ address: 'noor@studio-nb.example', source: 'bio on Instagram' }],
};

const hostile = '<img src=x onerror="window.broken=1"> \u202E evil 👩‍🔬 ' + 'w'.repeat(120);

test('every screen of creators passes axe, in this colour and size', async ({ page }) => {
  test.setTimeout(240_000);
  const expectQuiet = watchConsole(page);
  const { slug } = await foundE2eWorkspace(page, 'Looks');
  const key = await makeE2eKey(slug);
  const list = `/${slug}/creators`;
  await visit(page, list);
  await expectAccess(page, 'Everyone you work with');

  const others = Array.from({ length: 30 }, (_, index) => ({ displayName: `Zoe ${index}`, stage: 'contacted' }));
  const [id] = await addE2eCreators(page.request, key, [noor, { displayName: hostile }, ...others]);
  await visit(page, list);
  await expectAccess(page, 'Noor Bakker');
  await page.getByRole('row').nth(1).getByRole('checkbox').click();
  await expectAccess(page, '1 selected');
  await visit(page, list);
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('dialog', { name: 'Filter' }).getByRole('button', { name: 'Condition' }).click();
  await expectAccess(page, '32 match');
  await visit(page, `${list}?new=true`);
  await expectAccess(page, 'New creator');
  await visit(page, `${list}?open=${id}`);
  await expectAccess(page, 'How Noor works');

  for (const [tab, seen] of [
    ['timeline', 'Everything'],
    ['conversation', 'Nothing was written yet'],
    ['notes', 'No notes yet'],
    ['quotes', 'No fee is known yet'],
    ['audience', 'No number was reported yet.'],
  ]) {
    await visit(page, `${list}/${id}?tab=${tab}`);
    await expectAccess(page, seen ?? '');
  }
  await page.keyboard.press('c');
  await expectAccess(page, 'Write to Noor Bakker');
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible();
  await expectAccess(page, 'noor@studio-nb.example');
  await visit(page, `${list}/${id}`);
  // Beside the timeline where there is room, behind a tab of its own on a phone.
  const about = page.getByRole('tab', { name: 'About' });
  if (await about.isVisible()) await about.click();
  await page.getByRole('button', { name: 'Edit preferences' }).click();
  await expectAccess(page, 'Working hours');
  expect(await page.evaluate(() => 'broken' in window)).toBe(false);
  expectQuiet();
});
