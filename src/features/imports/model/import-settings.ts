import { z } from 'zod';
import { PLATFORMS } from '@/shared/identity/platforms';
import { CUSTOM_TYPES } from './custom-types';
import { DATE_ORDERS } from './parse-date';
import { isTarget, type Target } from './target-fields';

const lowered = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value);

/** Answers to what a file leaves open; each applies to every column that does not prove otherwise. */
export const importSettingsSchema = z.strictObject({
  /** `dmy`, `mdy` or `ymd`, in any case. */
  dateOrder: z.preprocess(lowered, z.enum(DATE_ORDERS)).optional(),
  decimal: z.enum(['.', ',']).optional(),
  /** Of handles that do not name theirs. */
  platform: z.preprocess(lowered, z.enum(PLATFORMS)).optional(),
  /** ISO 4217, of amounts that do not name theirs. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  /** Column key → what its custom field holds, where another type was guessed. */
  customTypes: z.record(z.string(), z.enum(CUSTOM_TYPES)).optional(),
});

export type ImportSettings = z.infer<typeof importSettingsSchema>;

/** Column key → target; a column that is not named goes where it was guessed to. */
export const importMappingSchema = z.record(
  z.string(),
  z.custom<Target>((value) => typeof value === 'string' && isTarget(value), 'Not a field a column can go to.'),
);

export type ImportMapping = z.infer<typeof importMappingSchema>;
