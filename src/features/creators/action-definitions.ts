import { accountActions } from '@/features/creators/action-definitions-accounts';
import { bulkActions } from '@/features/creators/action-definitions-bulk';
import { contactActions } from '@/features/creators/action-definitions-contacts';
import { noteActions } from '@/features/creators/action-definitions-notes';
import { archiveCreators } from '@/features/creators/commands/archive-creators';
import { assignOwner } from '@/features/creators/commands/assign-owner';
import { createCreator } from '@/features/creators/commands/create-creator';
import { restoreCreators } from '@/features/creators/commands/restore-creators';
import { setDoNotContact } from '@/features/creators/commands/set-do-not-contact';
import { setMinor } from '@/features/creators/commands/set-minor';
import { setStage } from '@/features/creators/commands/set-stage';
import { tagCreators } from '@/features/creators/commands/tag-creators';
import { updateCreator } from '@/features/creators/commands/update-creator';
import { updatePreferences } from '@/features/creators/commands/update-preferences';
import { createCreatorSchema } from '@/features/creators/schemas/create-creator';
import {
  assignOwnerSchema,
  chooseCreatorSchema,
  setDoNotContactSchema,
  setMinorSchema,
  setStageSchema,
  tagCreatorSchema,
} from '@/features/creators/schemas/creator-commands';
import { updatePreferencesSchema } from '@/features/creators/schemas/preferences';
import { updateCreatorSchema } from '@/features/creators/schemas/update-creator';
import { defineAction } from '@/platform/http/define-action';
import { encodeId } from '@/shared/ids';

export const createCreatorAction = defineAction({
  name: 'create-creator',
  permission: 'creator.create',
  input: createCreatorSchema,
  run: async (tx, input) => ({ id: encodeId('creator', await createCreator(tx, input)) }),
});

export const updateCreatorAction = defineAction({
  name: 'update-creator',
  permission: 'creator.update',
  input: updateCreatorSchema,
  run: async (tx, input) => ({ version: await updateCreator(tx, input) }),
});

export const setStageAction = defineAction({
  name: 'set-stage',
  permission: 'creator.update',
  input: setStageSchema,
  run: async (tx, { id, ...input }) => ({ changed: await setStage(tx, { ...input, creatorIds: [id] }) }),
});

export const assignOwnerAction = defineAction({
  name: 'assign-owner',
  permission: 'creator.update',
  input: assignOwnerSchema,
  run: async (tx, { id, ...input }) => ({ changed: await assignOwner(tx, { ...input, creatorIds: [id] }) }),
});

export const setDoNotContactAction = defineAction({
  name: 'set-do-not-contact',
  permission: 'creator.update',
  input: setDoNotContactSchema,
  run: async (tx, input) => ({ version: await setDoNotContact(tx, input) }),
});

export const setMinorAction = defineAction({
  name: 'set-minor',
  permission: 'creator.update',
  input: setMinorSchema,
  run: async (tx, input) => ({ version: await setMinor(tx, input) }),
});

export const archiveCreatorAction = defineAction({
  name: 'archive-creator',
  permission: 'creator.archive',
  input: chooseCreatorSchema,
  run: async (tx, { id, version }) => ({ changed: await archiveCreators(tx, { creatorIds: [id], version }) }),
});

export const restoreCreatorAction = defineAction({
  name: 'restore-creator',
  permission: 'creator.archive',
  input: chooseCreatorSchema,
  run: async (tx, { id, version }) => ({ changed: await restoreCreators(tx, { creatorIds: [id], version }) }),
});

export const tagCreatorAction = defineAction({
  name: 'tag-creator',
  permission: 'creator.update',
  input: tagCreatorSchema,
  run: async (tx, { id, add, remove }) => ({ changed: await tagCreators(tx, { creatorIds: [id], add, remove }) }),
});

export const updatePreferencesAction = defineAction({
  name: 'update-preferences',
  permission: 'creator.update',
  input: updatePreferencesSchema,
  run: async (tx, input) => {
    await updatePreferences(tx, input);
    return {};
  },
});

export const creatorActions = [
  createCreatorAction,
  updateCreatorAction,
  setStageAction,
  assignOwnerAction,
  setDoNotContactAction,
  setMinorAction,
  archiveCreatorAction,
  restoreCreatorAction,
  tagCreatorAction,
  updatePreferencesAction,
  ...noteActions,
  ...accountActions,
  ...contactActions,
  ...bulkActions,
];
