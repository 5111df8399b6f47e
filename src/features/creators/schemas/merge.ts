import { z } from 'zod';
import { toInsideField } from '@/features/creators/model/to-outside-changes';
import { idSchema } from '@/shared/ids';

export const mergeCreatorsSchema = z.strictObject({
  survivorId: idSchema('creator'),
  mergedIds: z.array(idSchema('creator')).min(1).max(50),
  keep: z
    .record(z.string().max(200), idSchema('creator'))
    .transform((keep) => Object.fromEntries(Object.entries(keep).map(([field, id]) => [toInsideField(field), id])))
    .optional()
    .meta({
      description:
        'Field → the creator whose value stands; the survivor’s otherwise, and what it lacks from the others',
    }),
});
export type MergeCreatorsInput = z.output<typeof mergeCreatorsSchema>;

const party = z.object({
  id: z.string(),
  displayName: z.string(),
  counts: z.object({
    handles: z.number(),
    emails: z.number(),
    notes: z.number(),
    quotes: z.number(),
    messages: z.number(),
  }),
});

export const mergePreviewSchema = z.object({
  survivor: party,
  merged: z.array(party).meta({ description: 'Those that are not of its group already' }),
  filled: z
    .record(z.string(), z.object({ from: z.unknown(), to: z.unknown() }))
    .meta({ description: 'Fields of the survivor that would say something else' }),
  conflicts: z
    .array(
      z.object({
        field: z.string(),
        values: z.array(z.object({ creatorId: z.string(), value: z.unknown() })),
      }),
    )
    .meta({ description: 'Fields on which they differ; choose by `keep`' }),
});
export type MergePreview = z.output<typeof mergePreviewSchema>;
