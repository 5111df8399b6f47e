import { expect, test } from '@playwright/test';
import { addE2eCreators, makeE2eKey } from '../support/e2e-creators';
import { foundE2eWorkspace } from '../support/e2e-workspace';
import { expectAccess } from '../support/expect-access';
import { visit } from '../support/visit';
import { watchConsole } from '../support/watch-console';

const hostile = '<img src=x onerror="window.broken=1"> \u202E evil 👩‍🔬 ' + 'w'.repeat(160);

test('every screen of tasks passes axe, in this colour and size', async ({ page }) => {
  test.setTimeout(240_000);
  const expectQuiet = watchConsole(page);
  const { slug } = await foundE2eWorkspace(page, 'Tasks look');
  const key = await makeE2eKey(slug);
  const list = `/${slug}/tasks`;
  await visit(page, `${list}?view=all`);
  await expectAccess(page, 'Nothing to do');

  const [noor] = await addE2eCreators(page.request, key, [{ displayName: 'Noor Bakker' }]);
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const ids: string[] = [];
  for (const data of [
    { title: 'Ask for the rough cut', subject: noor, due: { on: day(-3), zone: 'UTC' }, priority: 'urgent' },
    { title: 'Check the claim', subject: noor, due: { on: day(1), time: '17:00', zone: 'UTC' } },
    { title: 'Read the numbers', due: { on: day(30), zone: 'UTC' }, recurrence: { every: 'month', day: 31 } },
    { title: hostile, note: hostile, priority: 'low' },
  ]) {
    const answer = await page.request.post('/api/v1/tasks', { data, headers: { authorization: `Bearer ${key}` } });
    expect(answer.status(), await answer.text()).toBe(201);
    ids.push(((await answer.json()) as { id: string }).id);
  }
  for (const group of ['day', 'person', 'creator']) {
    await visit(page, `${list}?view=all&group=${group}`);
    await expectAccess(page, 'Ask for the rough cut');
  }
  await page.getByRole('checkbox').first().click();
  await expectAccess(page, '1 selected');
  await visit(page, `${list}?view=all&board=true`);
  await expectAccess(page, 'Under way');
  for (const [id, seen] of [
    [ids[0], 'Made through the API'],
    [ids[2], 'or the last of a shorter month'],
    [ids[3], 'evil'],
  ]) {
    await visit(page, `${list}?view=all&task=${id}`);
    await expectAccess(page, seen ?? '');
  }
  await visit(page, `/${slug}/creators/${noor}`);
  const about = page.getByRole('tab', { name: 'About' });
  if (await about.isVisible()) await about.click();
  await expectAccess(page, 'Check the claim');
  expect(await page.evaluate(() => 'broken' in window)).toBe(false);
  expectQuiet();
});
