import { z } from 'zod';
import { text } from '@/shared/fields';

/** Two tags that differ only in case are one; the first spelling stays. */
export const tagNameSchema = text(64).transform((name) => name.trim().replace(/\s+/g, ' '));

export const tagDtoSchema = z.object({ id: z.string(), name: z.string() });
