import { z } from 'zod';
import { mergeCreators } from '@/features/creators/commands/merge-creators';
import { undoMerge } from '@/features/creators/commands/undo-merge';
import { nothingSchema } from '@/features/creators/api/page-query';
import { getCreator } from '@/features/creators/queries/get-creator';
import { previewMerge } from '@/features/creators/queries/preview-merge';
import { creatorRecordSchema } from '@/features/creators/schemas/creator-record';
import { mergeCreatorsSchema, mergePreviewSchema } from '@/features/creators/schemas/merge';
import { defineRoute } from '@/platform/http/define-route';
import { encodeId, pathIdSchema } from '@/shared/ids';

export const mergeCreatorsRoute = defineRoute({
  name: 'merge-creators',
  method: 'POST',
  path: '/creators/merge',
  permission: 'creator.merge',
  summary: 'Make several creators one, or see what that would be (`preview`)',
  body: mergeCreatorsSchema.extend({ preview: z.boolean().optional() }),
  answer: z.union([
    z.object({
      mergeId: z.string().nullable().meta({ description: 'null when they were one already' }),
      creator: creatorRecordSchema,
    }),
    z.object({ preview: mergePreviewSchema }),
  ]),
  run: async (tx, { body: { preview, ...input } }) => {
    if (preview) return { preview: await previewMerge(tx, input) };
    const id = await mergeCreators(tx, input);
    return { mergeId: id && encodeId('merge', id), creator: await getCreator(tx, input.survivorId) };
  },
});

export const undoMergeRoute = defineRoute({
  name: 'undo-merge',
  method: 'POST',
  path: '/creators/merge/{mergeId}/undo',
  permission: 'creator.merge',
  summary: 'Take a merge back',
  params: z.object({ mergeId: pathIdSchema('merge') }),
  answer: nothingSchema,
  status: 204,
  run: (tx, { params: { mergeId } }) => undoMerge(tx, { id: mergeId }),
});

export const mergeRoutes = [mergeCreatorsRoute, undoMergeRoute];
