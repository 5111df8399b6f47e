import { z } from 'zod';
import { creatorSorts, type CreatorSort } from '@/features/creators/model/creator-sorts';
import { creatorFilterSchema } from '@/features/creators/schemas/filter';
import { idSchema } from '@/shared/ids';

const sorts = ['relevance', ...creatorSorts, ...creatorSorts.map((name) => `-${name}` as const)] as const;

/** `-followers` → largest first. Without one: by name, or by relevance when there are words to search for. */
export const creatorSortSchema = z
  .enum(sorts)
  .transform((text) => ({
    sort: text.replace(/^-/, '') as 'relevance' | CreatorSort,
    direction: text.startsWith('-') ? ('desc' as const) : ('asc' as const),
  }))
  .meta({ description: 'A field, with a leading `-` for largest first; missing values are smallest' });

/** A filter as the JSON text that stands in an address. */
export const filterTextSchema = z
  .string()
  .max(20_000)
  .transform((text, issues) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      issues.addIssue({ code: 'custom', message: 'is not valid JSON' });
      return z.NEVER;
    }
  })
  .pipe(creatorFilterSchema)
  .meta({ description: 'A CreatorFilter as JSON' });

const selection = {
  q: z
    .string()
    .trim()
    .max(1000)
    .optional()
    .meta({ description: 'Words, fragments, handles, mails; typos are forgiven' }),
  filter: filterTextSchema.optional(),
  segment: idSchema('segment').optional(),
};

export const countCreatorsQuerySchema = z.strictObject(selection);

export const findCreatorsQuerySchema = z.strictObject({
  ...selection,
  sort: creatorSortSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
});
