import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  archiveAgencyAction,
  archiveContactAction,
  archiveCustomFieldAction,
  createAgencyAction,
  createContactAction,
  createCustomFieldAction,
  findAgenciesAction,
  findContactsAction,
  linkContactAction,
  restoreAgencyAction,
  restoreContactAction,
  restoreCustomFieldAction,
} from '@/features/creators/action-definitions-contacts';
import { findCustomFields } from '@/features/creators/queries/find-custom-fields';
import { getCreator } from '@/features/creators/queries/get-creator';
import { inWorkspace } from '@/platform/db/in-workspace';
import { carryOutAction, type ActionDefinition } from '@/platform/http/define-action';
import { encodeId } from '@/shared/ids';
import type { z } from 'zod';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { addCreator, eventsOf } from '../../../support/creators';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let workspace: TestWorkspace;
beforeAll(async () => {
  database = await useTestDatabase();
  workspace = await createTestWorkspace();
});
afterAll(() => database.close());

async function act<Input extends z.ZodType, Answer>(action: ActionDefinition<Input, Answer>, input: unknown) {
  const answer = await carryOutAction(action, workspace.ctx(), input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.data;
}

describe('what was put away comes back as it was', () => {
  it('a contact with whom it speaks for, once however often it is asked', async () => {
    const creatorId = await addCreator(workspace.ctx(), { displayName: 'Mia' });
    const { id } = await act(createContactAction, {
      name: 'Pim',
      role: 'manager',
      emails: [{ address: 'pim@x.example' }],
    });
    const topics = ['contracts'];
    await act(linkContactAction, {
      creatorId: encodeId('creator', creatorId),
      contactId: id,
      routing: 'instead',
      topics,
    });
    const shown = async () => (await inWorkspace(workspace.ctx(), (tx) => getCreator(tx, creatorId))).contacts;
    const before = await shown();
    expect(before).toMatchObject([{ name: 'Pim', routing: 'instead', topics }]);

    await act(archiveContactAction, { id });
    expect(await shown()).toEqual([]);
    expect((await act(findContactsAction, { limit: 50 })).data).toEqual([]);

    await Promise.all([1, 2, 3].map(() => act(restoreContactAction, { id })));
    expect(await shown()).toEqual(before);
    expect((await act(findContactsAction, { limit: 50 })).data).toMatchObject([{ id, name: 'Pim' }]);
    expect(await eventsOf(workspace.ctx(), 'contact.restored')).toMatchObject([{ payload: { name: 'Pim' } }]);
  });

  it('an agency', async () => {
    const { id } = await act(createAgencyAction, { name: 'North' });
    await act(archiveAgencyAction, { id });
    expect((await act(findAgenciesAction, { limit: 50 })).data).toEqual([]);
    await act(restoreAgencyAction, { id });
    await act(restoreAgencyAction, { id });
    expect((await act(findAgenciesAction, { limit: 50 })).data).toMatchObject([{ id, name: 'North' }]);
    expect(await eventsOf(workspace.ctx(), 'agency.restored')).toHaveLength(1);
  });

  it('a custom field with the values creators have in it', async () => {
    const { id } = await act(createCustomFieldAction, { label: 'Shoe size', type: 'number' });
    const creatorId = await addCreator(workspace.ctx(), { displayName: 'Noor', custom: { [id]: 38 } });
    const fields = () => inWorkspace(workspace.ctx(), findCustomFields);
    await act(archiveCustomFieldAction, { id });
    expect(await fields()).toEqual([]);
    await act(restoreCustomFieldAction, { id });
    await act(restoreCustomFieldAction, { id });
    expect(await fields()).toMatchObject([{ id, label: 'Shoe size' }]);
    const { custom } = await inWorkspace(workspace.ctx(), (tx) => getCreator(tx, creatorId));
    expect(custom).toMatchObject({ [id]: 38 });
    expect(await eventsOf(workspace.ctx(), 'custom_field.restored')).toHaveLength(1);
  });
});
