import { z } from 'zod';
import { countCreators } from '@/features/creators/queries/count-creators';
import { findCreators } from '@/features/creators/queries/find-creators';
import { findDuplicatesOf } from '@/features/creators/queries/find-duplicates-of';
import { findHandles } from '@/features/creators/queries/find-handles';
import { getCreator } from '@/features/creators/queries/get-creator';
import { getCreatorVocabulary } from '@/features/creators/queries/get-creator-vocabulary';
import { creatorFilterSchema } from '@/features/creators/schemas/filter';
import { creatorSortSchema } from '@/features/creators/schemas/find-creators';
import { defineAction } from '@/platform/http/define-action';
import { idSchema } from '@/shared/ids';

const selection = {
  q: z.string().trim().max(1000).optional(),
  filter: creatorFilterSchema.optional(),
  segment: idSchema('segment').optional(),
};

export const findCreatorsAction = defineAction({
  name: 'find-creators',
  permission: 'creator.read',
  input: z.strictObject({
    ...selection,
    sort: creatorSortSchema.optional(),
    limit: z.number().int().min(1).max(200).default(50),
    cursor: z.string().max(2000).optional(),
  }),
  run: (tx, { segment, sort, ...input }) => findCreators(tx, { ...input, segmentId: segment, ...sort }),
});

export const countCreatorsAction = defineAction({
  name: 'count-creators',
  permission: 'creator.read',
  input: z.strictObject(selection),
  run: (tx, { segment, ...input }) => countCreators(tx, { ...input, segmentId: segment }),
});

export const getCreatorAction = defineAction({
  name: 'get-creator',
  permission: 'creator.read',
  input: z.strictObject({ id: idSchema('creator') }),
  run: (tx, { id }) => getCreator(tx, id),
});

export const getCreatorVocabularyAction = defineAction({
  name: 'get-creator-vocabulary',
  permission: 'creator.read',
  input: z.strictObject({}),
  run: getCreatorVocabulary,
});

const ofCreator = z.strictObject({ creatorId: idSchema('creator') });

export const findHandlesAction = defineAction({
  name: 'find-handles',
  permission: 'creator.read',
  input: ofCreator,
  run: (tx, { creatorId }) => findHandles(tx, creatorId),
});

export const findDuplicatesAction = defineAction({
  name: 'find-duplicates',
  permission: 'creator.read',
  input: ofCreator,
  run: (tx, { creatorId }) => findDuplicatesOf(tx, creatorId),
});

export const creatorReads = [
  findCreatorsAction,
  countCreatorsAction,
  getCreatorAction,
  getCreatorVocabularyAction,
  findHandlesAction,
  findDuplicatesAction,
];
