import { afterAll, beforeAll, expect, it } from 'vitest';
import { createNote } from '@/features/creators/commands/create-note';
import { editNote } from '@/features/creators/commands/edit-note';
import { askMentionedInNotes } from '@/features/creators/subscribers/ask-mentioned-in-notes';
import { findTasks } from '@/features/tasks/queries/find-tasks';
import { findTasksSchema } from '@/features/tasks/schemas/find-tasks';
import { inWorkspace } from '@/platform/db/in-workspace';
import { encodeId } from '@/shared/ids';
import type { Role } from '@/shared/permissions';
import { runWorker } from '@/worker/run-worker';
import { createTestWorkspace, useTestDatabase } from '../../../support/context';
import { addCreator } from '../../../support/creators';
import { eventually } from '../../../support/events';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => database.close());

it('gives each who is named in a note one task, however often it is rewritten; not its writer, nor who may not', async () => {
  const workspace = await createTestWorkspace();
  const ctx = workspace.ctx('marketer');
  const creatorId = await addCreator(ctx, { displayName: 'Mia' });
  const named = (role: Role) => {
    const id = encodeId('membership', workspace.members[role].membershipId);
    return `<span data-type="mention" data-id="${id}" data-label="${role}">@${role}</span>`;
  };
  const html = (...roles: Role[]) => `<p>The fee is open ${roles.map(named).join(' ')}</p>`;
  const id = await inWorkspace(ctx, (tx) =>
    createNote(tx, { creatorId, html: html('finance', 'marketer', 'viewer'), pinned: false }),
  );
  await inWorkspace(ctx, (tx) => editNote(tx, { id, html: html('finance', 'legal') }));
  const worker = runWorker({
    subscribers: [askMentionedInNotes],
    queue: { kind: 'postgres', url: database.appUrl },
  });
  const tasks = () =>
    inWorkspace(
      ctx,
      async (tx) => (await findTasks(tx, findTasksSchema.parse({ creatorId: encodeId('creator', creatorId) }))).data,
    );
  const found = await eventually(async () => {
    const seen = await tasks();
    return seen.length >= 2 ? seen : null;
  }).finally(() => worker.stop());
  expect((await tasks()).length).toBe(found.length);
  expect(found.map((task) => task.assignee?.name).sort()).toEqual(['Test finance', 'Test legal']);
  expect(found[0]).toMatchObject({
    title: 'Answer Test marketer, who mentioned you',
    source: 'mention',
    author: null,
    creator: { displayName: 'Mia' },
  });
});
