import { expect, test } from '@playwright/test';
import { addE2eCreators, makeE2eKey } from '../support/e2e-creators';
import { foundE2eWorkspace } from '../support/e2e-workspace';
import { expectAccess } from '../support/expect-access';
import { visit } from '../support/visit';
import { watchConsole } from '../support/watch-console';
import { writeMail } from '../support/write-mail';

const hostile = '<img src=x onerror="parent.broken=1"><script>parent.broken=1</script> \u202E evil ' + 'w'.repeat(160);

test('every screen of the inbox passes axe, in this colour and size', async ({ page }) => {
  test.setTimeout(240_000);
  const expectQuiet = watchConsole(page);
  const { slug } = await foundE2eWorkspace(page, 'Inbox look');
  const authorization = `Bearer ${await makeE2eKey(slug)}`;
  const inbox = `/${slug}/inbox`;
  await visit(page, inbox);
  await expectAccess(page, 'Nothing here');

  await addE2eCreators(page.request, authorization.slice(7), [
    { displayName: 'Mia Fischer', emails: [{ address: 'mia@fischer.example' }] },
  ]);
  const mailboxes = await page.request.get('/api/v1/mailboxes', { headers: { authorization } });
  const { data } = (await mailboxes.json()) as { data: { id: string }[] };
  const push = async (fields: Parameters<typeof writeMail>[0]) => {
    const answer = await page.request.post(`/api/v1/inbound/email?mailbox=${data[0]?.id}`, {
      headers: { authorization, 'content-type': 'message/rfc822' },
      data: writeMail(fields),
    });
    expect(answer.status(), await answer.text()).toBe(200);
    return ((await answer.json()) as { threadId: string }).threadId;
  };
  const html = { 'Content-Type': 'text/html; charset=utf-8' };
  const mia = 'Mia Fischer <mia@fischer.example>';
  const letter = await push({ from: mia, subject: 'Second cut', text: 'It is up.\n\nOn Monday you wrote:\n> When?' });
  const dressed = await push({
    from: mia,
    subject: hostile,
    text: `<table width="2000"><tr><td><b>Styled</b> ${hostile}<img src="https://tracker.example/open.gif"></td></tr></table>`,
    headers: html,
  });
  const unknown = await push({
    from: 'Nora New <nora@new.example>',
    subject: 'Hello',
    text: 'I make films about tea.',
  });

  await visit(page, `${inbox}?view=open`);
  await expectAccess(page, 'It is up.');
  for (const [thread, seen] of [
    [letter, 'It is up.'],
    [dressed, 'evil'],
    [unknown, 'films about tea'],
  ]) {
    await visit(page, `${inbox}?view=open&thread=${thread}`);
    await expectAccess(page, seen ?? '');
  }
  for (const view of ['triage', 'waiting_on_us', 'snoozed']) await visit(page, `${inbox}?view=${view}`);
  for (const [path, seen] of [
    ['settings/mailboxes', 'Mailboxes'],
    ['settings/notifications', 'Notifications'],
  ]) {
    await visit(page, `/${slug}/${path}`);
    await expectAccess(page, seen ?? '');
  }
  expect(await page.evaluate(() => 'broken' in window)).toBe(false);
  expectQuiet();
});
