import { z } from 'zod';

/** `?limit=1..200&cursor=` of every list. */
export const pageQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(2000).optional(),
});

/** The answer of a change that leaves nothing to show. */
export const nothingSchema = z.null();
