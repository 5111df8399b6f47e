import { cancelExport } from '@/features/creators/commands/cancel-export';
import { createExport } from '@/features/creators/commands/create-export';
import { getExport } from '@/features/creators/queries/get-export';
import { chooseExportSchema, createExportSchema } from '@/features/creators/schemas/export';
import { defineAction } from '@/platform/http/define-action';

export const createExportAction = defineAction({
  name: 'create-export',
  permission: 'creator.export',
  input: createExportSchema,
  run: async (tx, input) => getExport(tx, await createExport(tx, input)),
});

export const cancelExportAction = defineAction({
  name: 'cancel-export',
  permission: 'creator.export',
  input: chooseExportSchema,
  run: cancelExport,
});

export const getExportAction = defineAction({
  name: 'get-export',
  permission: 'creator.export',
  input: chooseExportSchema,
  run: (tx, { id }) => getExport(tx, id),
});

export const exportActions = [createExportAction, cancelExportAction, getExportAction];
