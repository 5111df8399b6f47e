import { z } from 'zod';
import { cancelImport } from '@/features/imports/commands/cancel-import';
import { dryRunImport } from '@/features/imports/commands/dry-run-import';
import { mapImport } from '@/features/imports/commands/map-import';
import { pauseImport } from '@/features/imports/commands/pause-import';
import { resumeImport } from '@/features/imports/commands/resume-import';
import { startImport } from '@/features/imports/commands/start-import';
import { undoImport } from '@/features/imports/commands/undo-import';
import { findImportRows } from '@/features/imports/queries/find-import-rows';
import { findImports } from '@/features/imports/queries/find-imports';
import { getImport } from '@/features/imports/queries/get-import';
import { previewImport } from '@/features/imports/queries/preview-import';
import {
  chooseImportSchema,
  mapImportSchema,
  outcomeSchema,
  previewImportSchema,
} from '@/features/imports/schemas/import';
import type { Tx } from '@/platform/db/in-workspace';
import { defineAction } from '@/platform/http/define-action';

/** Carries the command out and answers the import as it is then. */
function thenShow<Input extends { id: string }>(command: (tx: Tx, input: Input) => Promise<void>) {
  return async (tx: Tx, input: Input) => {
    await command(tx, input);
    return getImport(tx, input.id);
  };
}

export const mapImportAction = defineAction({
  name: 'map-import',
  permission: 'import.create',
  input: mapImportSchema,
  run: thenShow(mapImport),
});

export const dryRunImportAction = defineAction({
  name: 'dry-run-import',
  permission: 'import.create',
  input: chooseImportSchema,
  run: thenShow(dryRunImport),
});

export const startImportAction = defineAction({
  name: 'start-import',
  permission: 'import.create',
  input: chooseImportSchema,
  run: thenShow(startImport),
});

export const pauseImportAction = defineAction({
  name: 'pause-import',
  permission: 'import.create',
  input: chooseImportSchema,
  run: thenShow(pauseImport),
});

export const resumeImportAction = defineAction({
  name: 'resume-import',
  permission: 'import.create',
  input: chooseImportSchema,
  run: thenShow(resumeImport),
});

export const cancelImportAction = defineAction({
  name: 'cancel-import',
  permission: 'import.create',
  input: chooseImportSchema,
  run: thenShow(cancelImport),
});

export const undoImportAction = defineAction({
  name: 'undo-import',
  permission: 'import.undo',
  input: chooseImportSchema,
  run: thenShow(undoImport),
});

const page = {
  limit: z.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
};

export const getImportAction = defineAction({
  name: 'get-import',
  permission: 'import.read',
  input: chooseImportSchema,
  run: (tx, { id }) => getImport(tx, id),
});

export const findImportsAction = defineAction({
  name: 'find-imports',
  permission: 'import.read',
  input: z.strictObject(page),
  run: findImports,
});

export const findImportRowsAction = defineAction({
  name: 'find-import-rows',
  permission: 'import.read',
  input: chooseImportSchema.extend({ ...page, outcome: outcomeSchema.optional() }),
  run: (tx, { id, ...input }) => findImportRows(tx, { importId: id, ...input }),
});

export const previewImportAction = defineAction({
  name: 'preview-import',
  permission: 'import.create',
  input: previewImportSchema,
  run: previewImport,
});

export const importActions = [
  mapImportAction,
  dryRunImportAction,
  startImportAction,
  pauseImportAction,
  resumeImportAction,
  cancelImportAction,
  undoImportAction,
  getImportAction,
  findImportsAction,
  findImportRowsAction,
  previewImportAction,
];
