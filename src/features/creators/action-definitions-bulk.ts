import { changeCreators } from '@/features/creators/commands/change-creators';
import {
  assignCreatorsSchema,
  chooseCreatorsSchema,
  stageCreatorsSchema,
  tagCreatorsSchema,
} from '@/features/creators/schemas/change-creators';
import { defineAction } from '@/platform/http/define-action';

export const tagCreatorsAction = defineAction({
  name: 'tag-creators',
  permission: 'creator.update',
  input: tagCreatorsSchema,
  run: async (tx, { creators, add, remove }) => ({
    changed: await changeCreators(tx, creators, { kind: 'tag', add, remove }),
  }),
});

export const stageCreatorsAction = defineAction({
  name: 'stage-creators',
  permission: 'creator.update',
  input: stageCreatorsSchema,
  run: async (tx, { creators, stage }) => ({ changed: await changeCreators(tx, creators, { kind: 'stage', stage }) }),
});

export const assignCreatorsAction = defineAction({
  name: 'assign-creators',
  permission: 'creator.update',
  input: assignCreatorsSchema,
  run: async (tx, { creators, ownerId }) => ({
    changed: await changeCreators(tx, creators, { kind: 'owner', ownerId }),
  }),
});

export const archiveCreatorsAction = defineAction({
  name: 'archive-creators',
  permission: 'creator.archive',
  input: chooseCreatorsSchema,
  run: async (tx, { creators }) => ({ changed: await changeCreators(tx, creators, { kind: 'archive' }) }),
});

export const restoreCreatorsAction = defineAction({
  name: 'restore-creators',
  permission: 'creator.archive',
  input: chooseCreatorsSchema,
  run: async (tx, { creators }) => ({ changed: await changeCreators(tx, creators, { kind: 'restore' }) }),
});

export const bulkActions = [
  tagCreatorsAction,
  stageCreatorsAction,
  assignCreatorsAction,
  archiveCreatorsAction,
  restoreCreatorsAction,
];
