import { expect, test } from '@playwright/test';
import { addE2eCreators, makeE2eKey } from '../support/e2e-creators';
import { foundE2eWorkspace } from '../support/e2e-workspace';
import { expectAccess } from '../support/expect-access';
import { strandEffect } from '../support/strand-effect';
import { visit } from '../support/visit';
import { watchConsole } from '../support/watch-console';

const long = `${'Very long name '.repeat(6)}👩‍🔬 ${'w'.repeat(60)}`;

test('contacts, custom fields, unfinished work and the entry of numbers pass axe, in this colour and size', async ({
  page,
}, { project }) => {
  test.setTimeout(240_000);
  const expectQuiet = watchConsole(page);
  const { slug } = await foundE2eWorkspace(page, `Administration ${project.name}`);
  const key = await makeE2eKey(slug);
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(`/api/v1/${path}`, { data, headers: { authorization: `Bearer ${key}` } });
    expect(answer.status(), await answer.text()).toBeLessThan(300);
    return (await answer.json()) as { id: string };
  };
  await visit(page, `/${slug}/contacts`);
  await expectAccess(page, 'Who speaks for your creators');
  await visit(page, `/${slug}/contacts?tab=agencies`);
  await expectAccess(page, 'No agency yet');
  await visit(page, `/${slug}/settings/custom-fields`);
  await expectAccess(page, 'No field of your own yet');
  await visit(page, `/${slug}/settings/unfinished`);
  await expectAccess(page, 'Everything happened');

  const noor = { displayName: long.slice(0, 150), handles: [{ platform: 'instagram', name: 'noor.skin' }] };
  const [creatorId = ''] = await addE2eCreators(page.request, key, [noor]);
  const agency = await post('agencies', { name: long, website: 'https://north.example' });
  const emails = [{ address: 'pim@north.example', source: 'signature' }];
  const contact = await post('contacts', { name: long, agencyId: agency.id, emails });
  await page.request.put(`/api/v1/creators/${creatorId}/contacts/${contact.id}`, {
    data: { topics: ['contracts', 'payments'], routing: 'copied' },
    headers: { authorization: `Bearer ${key}` },
  });
  await post('custom-fields', { label: long.slice(0, 100), type: 'multi_select', options: ['Gold', long] });
  await strandEffect(slug, 'dead');

  await visit(page, `/${slug}/contacts`);
  await expectAccess(page, 'Very long name');
  await visit(page, `/${slug}/contacts?contact=${contact.id}`);
  await expectAccess(page, 'pim@north.example');
  await expect(page.getByText('Only on')).toBeVisible();
  await visit(page, `/${slug}/contacts?contact=new`);
  await expectAccess(page, 'New contact');
  await visit(page, `/${slug}/contacts?tab=agencies&agency=${agency.id}`);
  await expectAccess(page, 'People');
  await visit(page, `/${slug}/settings/custom-fields`);
  await expectAccess(page, 'Several of a list');
  await page.getByRole('button', { name: /^Change Very/ }).click();
  await expectAccess(page, 'Change the field');
  await visit(page, `/${slug}/settings/unfinished`);
  await expectAccess(page, 'The mailbox is busy');
  await visit(page, `/${slug}/creators/${creatorId}?tab=audience`);
  await page.getByRole('button', { name: 'Add numbers' }).click();
  await expectAccess(page, 'Average views');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add audience' }).click();
  await page.getByRole('button', { name: 'Add to countries' }).click();
  await expectAccess(page, 'Judged real');
  await visit(page, `/${slug}/creators`);
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Find a creator').fill('very');
  await expectAccess(page, 'Agencies');
  expectQuiet();
});
