import { createCreator as createCreatorCommand } from '@/features/creators/commands/create-creator';
import { createCreatorSchema } from '@/features/creators/schemas/create-creator';
import { defineAction } from '@/platform/http/define-action';
import { encodeId } from '@/shared/ids';

export const createCreatorAction = defineAction({
  name: 'create-creator',
  permission: 'creator.create',
  input: createCreatorSchema,
  run: async (tx, input) => ({ id: encodeId('creator', await createCreatorCommand(tx, input)) }),
});

export const creatorActions = [createCreatorAction];
