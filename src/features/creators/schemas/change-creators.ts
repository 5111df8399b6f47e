import { z } from 'zod';
import { stageSchema } from '@/features/creators/schemas/create-creator';
import { creatorFilterSchema } from '@/features/creators/schemas/filter';
import { tagNameSchema } from '@/features/creators/schemas/tag';
import type { Stage } from '@/features/creators/model/vocabulary';
import { idSchema } from '@/shared/ids';

/** Which creators: by id, or by what the list shows, less those taken out of it. */
export const chosenCreatorsSchema = z.union([
  z.strictObject({ ids: z.array(idSchema('creator')).min(1).max(1000) }),
  z.strictObject({
    selection: z.strictObject({
      q: z.string().trim().max(1000).optional(),
      filter: creatorFilterSchema.optional(),
      segment: idSchema('segment').optional(),
    }),
    except: z.array(idSchema('creator')).max(1000).optional(),
  }),
]);
export type ChosenCreators = z.output<typeof chosenCreatorsSchema>;

export type CreatorChange =
  | { kind: 'tag'; add?: string[] | undefined; remove?: string[] | undefined }
  | { kind: 'stage'; stage: Stage }
  | { kind: 'owner'; ownerId: string | null }
  | { kind: 'archive' }
  | { kind: 'restore' };

const creators = chosenCreatorsSchema;
const tags = z.array(tagNameSchema).max(100).optional();

export const chooseCreatorsSchema = z.strictObject({ creators });
export const tagCreatorsSchema = z.strictObject({ creators, add: tags, remove: tags });
export const stageCreatorsSchema = z.strictObject({ creators, stage: stageSchema });
export const assignCreatorsSchema = z.strictObject({ creators, ownerId: idSchema('membership').nullable() });
