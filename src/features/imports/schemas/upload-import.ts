import { z } from 'zod';
import { importMappingSchema } from '@/features/imports/model/import-settings';
import { importDecisionsSchema, presetSchema } from '@/features/imports/schemas/import';

const jsonSchema = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not valid JSON' });
    return z.NEVER;
  }
});

const lowered = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value);

/** The fields beside the file. */
export const uploadFieldsSchema = importDecisionsSchema.extend({
  mapping: jsonSchema.pipe(importMappingSchema).optional(),
  customTypes: jsonSchema.pipe(importDecisionsSchema.shape.customTypes).optional(),
  preset: z.preprocess(lowered, presetSchema).optional(),
  sheet: z.string().max(255).optional(),
  dryRun: z
    .enum(['true', 'false', '1', '0', ''])
    .transform((value) => value === 'true' || value === '1')
    .optional(),
});

/** For the reference: what a program sends. */
export const uploadBodySchema = z.object({
  file: z.string().meta({ format: 'binary', description: 'CSV (any delimiter, UTF-8, UTF-16, Windows-1252) or XLSX' }),
  mapping: z.string().optional().meta({ description: 'JSON: column key → target; other columns as guessed' }),
  preset: presetSchema.optional(),
  sheet: z.string().optional().meta({ description: 'Of a workbook; the first with a table when not given' }),
  dryRun: z.boolean().optional().meta({ description: 'Only count what the import would do; see `expected`' }),
  ...importDecisionsSchema.shape,
  customTypes: z.string().optional().meta({
    description: 'JSON: column key → text, number, date, boolean, url or select, where it becomes a custom field',
  }),
});

export const acceptedImportSchema = z.object({ id: z.string(), state: z.string() });
