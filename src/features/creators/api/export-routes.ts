import { z } from 'zod';
import { exportFileResponse } from '@/features/creators/api/export-file';
import { cancelExport } from '@/features/creators/commands/cancel-export';
import { createExport } from '@/features/creators/commands/create-export';
import { getExport } from '@/features/creators/queries/get-export';
import { createExportSchema, exportSchema } from '@/features/creators/schemas/export';
import { defineRawRoute, defineRoute, type RouteDefinition } from '@/platform/http/define-route';
import { decodeId, pathIdSchema } from '@/shared/ids';

const params = z.object({ id: pathIdSchema('export') });

export const createExportRoute = defineRoute({
  name: 'create-export',
  method: 'POST',
  path: '/exports',
  permission: 'creator.export',
  summary: 'Have creators written to a file, by id or as the list shows them; ask for the export until it is completed',
  body: createExportSchema,
  answer: exportSchema,
  status: 202,
  run: async (tx, { body }) => getExport(tx, await createExport(tx, body)),
});

export const getExportRoute = defineRoute({
  name: 'get-export',
  method: 'GET',
  path: '/exports/{id}',
  permission: 'creator.export',
  summary: 'One of your exports: where it stands',
  params,
  answer: exportSchema,
  run: (tx, input) => getExport(tx, input.params.id),
});

export const cancelExportRoute = defineRoute({
  name: 'cancel-export',
  method: 'POST',
  path: '/exports/{id}/cancel',
  permission: 'creator.export',
  summary: 'End an export that is not finished',
  params,
  answer: exportSchema,
  run: async (tx, input) => {
    await cancelExport(tx, { id: input.params.id });
    return getExport(tx, input.params.id);
  },
});

export const getExportFileRoute = defineRawRoute({
  name: 'get-export-file',
  method: 'GET',
  path: '/exports/{id}/file',
  permission: 'creator.export',
  summary: 'The file of one of your exports',
  params: z.object({ id: z.string() }),
  answer: z.string().meta({ description: 'The bytes of the file', format: 'binary' }),
  answerType: 'application/octet-stream',
  respond: (ctx, _request, { id = '' }) => exportFileResponse(ctx, decodeId('export', id)),
});

export const exportRoutes: RouteDefinition[] = [
  createExportRoute,
  getExportRoute,
  cancelExportRoute,
  getExportFileRoute,
];
