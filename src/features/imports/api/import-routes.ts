import { z } from 'zod';
import { createImportRoute } from '@/features/imports/api/create-import-route';
import { reportResponse } from '@/features/imports/api/report-response';
import { cancelImport } from '@/features/imports/commands/cancel-import';
import { pauseImport } from '@/features/imports/commands/pause-import';
import { resumeImport } from '@/features/imports/commands/resume-import';
import { startImport } from '@/features/imports/commands/start-import';
import { undoImport } from '@/features/imports/commands/undo-import';
import { findImportRows } from '@/features/imports/queries/find-import-rows';
import { findImports } from '@/features/imports/queries/find-imports';
import { getImport } from '@/features/imports/queries/get-import';
import { importPageSchema, importRowPageSchema, importSchema, outcomeSchema } from '@/features/imports/schemas/import';
import type { Tx } from '@/platform/db/in-workspace';
import { defineRawRoute, defineRoute, type RouteDefinition } from '@/platform/http/define-route';
import { decodeId, pathIdSchema } from '@/shared/ids';
import type { Permission } from '@/shared/permissions';

const params = z.object({ id: pathIdSchema('import') });
const page = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
});

export const findImportsRoute = defineRoute({
  name: 'find-imports',
  method: 'GET',
  path: '/imports',
  permission: 'import.read',
  summary: 'Imports, the newest first',
  query: page,
  answer: importPageSchema,
  run: (tx, { query }) => findImports(tx, query),
});

export const getImportRoute = defineRoute({
  name: 'get-import',
  method: 'GET',
  path: '/imports/{id}',
  permission: 'import.read',
  summary: 'One import: where it stands, what became of its rows, how its columns are read',
  params,
  answer: importSchema,
  run: (tx, input) => getImport(tx, input.params.id),
});

export const findImportRowsRoute = defineRoute({
  name: 'find-import-rows',
  method: 'GET',
  path: '/imports/{id}/rows',
  permission: 'import.read',
  summary: 'Rows of an import in the order of the file, each with its outcome',
  params,
  query: page.extend({ outcome: outcomeSchema.optional() }),
  answer: importRowPageSchema,
  run: (tx, input) => findImportRows(tx, { importId: input.params.id, ...input.query }),
});

export const getImportReportRoute = defineRawRoute({
  name: 'get-import-report',
  method: 'GET',
  path: '/imports/{id}/report',
  permission: 'import.read',
  summary: 'The rejected rows as a CSV file to mend and upload again',
  params,
  answer: z.string(),
  answerType: 'text/csv',
  respond: (ctx, _, given) => reportResponse(ctx, decodeId('import', given['id'] ?? '')),
});

interface ImportCommand {
  verb: string;
  permission: Permission;
  summary: string;
  command: (tx: Tx, input: { id: string }) => Promise<void>;
}

function commandRoute({ verb, permission, summary, command }: ImportCommand): RouteDefinition {
  return defineRoute({
    name: `${verb}-import`,
    method: 'POST',
    path: `/imports/{id}/${verb}`,
    permission,
    summary,
    params,
    answer: importSchema,
    run: async (tx, input) => {
      await command(tx, input.params);
      return getImport(tx, input.params.id);
    },
  });
}

export const startImportRoute = commandRoute({
  verb: 'start',
  permission: 'import.create',
  summary: 'Run an import that was only tried',
  command: startImport,
});
export const pauseImportRoute = commandRoute({
  verb: 'pause',
  permission: 'import.create',
  summary: 'Hold a running import after the batch under way',
  command: pauseImport,
});
export const resumeImportRoute = commandRoute({
  verb: 'resume',
  permission: 'import.create',
  summary: 'Let a paused or failed import go on where it stopped',
  command: resumeImport,
});
export const cancelImportRoute = commandRoute({
  verb: 'cancel',
  permission: 'import.create',
  summary: 'End an import for good; rows that were not reached are not counted',
  command: cancelImport,
});
export const undoImportRoute = commandRoute({
  verb: 'undo',
  permission: 'import.undo',
  summary: 'Take back what an ended import did, where nobody changed it since',
  command: undoImport,
});

export const importRoutes: RouteDefinition[] = [
  createImportRoute,
  findImportsRoute,
  getImportRoute,
  findImportRowsRoute,
  getImportReportRoute,
  startImportRoute,
  pauseImportRoute,
  resumeImportRoute,
  cancelImportRoute,
  undoImportRoute,
];
