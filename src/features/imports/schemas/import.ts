import { z } from 'zod';
import type { Ambiguity } from '@/features/imports/model/find-ambiguities';
import { CUSTOM_TYPES } from '@/features/imports/model/custom-types';
import { importMappingSchema, importSettingsSchema } from '@/features/imports/model/import-settings';
import { importStates } from '@/features/imports/model/import-transitions';
import { ON_DUPLICATE, OUTCOMES } from '@/features/imports/model/batch-draft';
import type { ParsedRow } from '@/features/imports/model/parsed-row';
import { PRESETS } from '@/features/imports/model/presets';
import type { Target } from '@/features/imports/model/target-fields';
import { daySchema, text } from '@/shared/fields';
import { idSchema } from '@/shared/ids';

export const importDecisionsSchema = importSettingsSchema.extend({
  onDuplicate: z
    .enum(ON_DUPLICATE)
    .optional()
    .meta({ description: 'Creators that are there already: merge (default)' }),
  asOf: daySchema.optional().meta({ description: 'Day of numbers whose row does not name one; today when not given' }),
  source: text(255)
    .optional()
    .meta({ description: 'Shown beside every number and address; the file’s name when not given' }),
});

export const mapImportSchema = z.strictObject({
  id: idSchema('import'),
  mapping: importMappingSchema.optional(),
  settings: importDecisionsSchema.optional(),
  version: z.number().int().optional(),
});
export type MapImportInput = z.output<typeof mapImportSchema>;
export const chooseImportSchema = z.strictObject({ id: idSchema('import') });
export const previewImportSchema = mapImportSchema.omit({ version: true });
export type PreviewImportInput = z.output<typeof previewImportSchema>;

export const outcomeSchema = z.enum(OUTCOMES);
export type Outcome = z.output<typeof outcomeSchema>;
export const presetSchema = z.enum(PRESETS);

const count = z.number().int();
export const importCountsSchema = z
  .object({ rows: count, created: count, updated: count, unchanged: count, skipped: count, rejected: count })
  .meta({ description: 'Rows handled so far and what became of them; the five sum to `rows`' });
export type ImportCounts = z.output<typeof importCountsSchema>;

const issueSchema = z.object({ field: z.string(), reason: z.string(), message: z.string() });
const progressSchema = z
  .object({ done: count, total: count })
  .meta({ description: 'Rows of the file: handled, and all' });

const summary = {
  id: z.string(),
  state: z.enum(importStates),
  fileName: z.string(),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  failure: z.string().nullable(),
  counts: importCountsSchema,
  progress: progressSchema,
};
export const importSummarySchema = z.object(summary);
export type ImportSummary = z.output<typeof importSummarySchema>;

const targetSchema = z.custom<Target>((value) => typeof value === 'string').meta({ type: 'string' });
export const importColumnSchema = z.object({
  key: z.string(),
  target: targetSchema,
  guessed: targetSchema,
  confidence: z.number(),
  customType: z.enum(CUSTOM_TYPES),
  contradiction: z.object({ header: z.string(), found: z.string() }).optional(),
  samples: z.array(z.string()),
  filled: count,
  placeholders: count,
});
export type ImportColumn = z.output<typeof importColumnSchema>;

const ambiguitySchema = z
  .custom<Ambiguity>()
  .meta({ type: 'object', description: 'A question: `setting`, `columns`, `choices`, `examples`, `required`' });

export const expectedSchema = z.object({
  complete: z.boolean(),
  done: count,
  counts: importCountsSchema,
  rejections: z.array(issueSchema.extend({ rowNumber: count, lineNumber: count })).meta({ description: 'First 200' }),
  warnings: count,
});
export type Expected = z.output<typeof expectedSchema>;

export const undoSchema = z.object({
  left: count.meta({ description: 'Rows not yet taken back' }),
  deleted: count,
  restored: count,
  keptCount: count,
  kept: z
    .array(z.object({ id: z.string(), displayName: z.string() }))
    .meta({ description: 'Changed since; first 200' }),
});
export type Undo = z.output<typeof undoSchema>;

export const importSchema = z.object({
  ...summary,
  version: count,
  file: z.object({
    kind: z.enum(['csv', 'xlsx']),
    encoding: z.string().optional(),
    delimiter: z.string().optional(),
    sheet: z.string().optional(),
    headerLine: count,
    sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
    mixedEncoding: z.boolean(),
    brokenRows: count,
  }),
  preset: presetSchema.nullable(),
  columns: z.array(importColumnSchema),
  ambiguities: z.array(ambiguitySchema),
  settings: importDecisionsSchema,
  expected: expectedSchema.nullable(),
  undo: undoSchema.nullable(),
});
export type Import = z.output<typeof importSchema>;

export const importRowSchema = z.object({
  rowNumber: count,
  lineNumber: count,
  cells: z.array(z.string()),
  outcome: outcomeSchema,
  field: z.string().nullable(),
  reason: z.string().nullable(),
  message: z.string().nullable(),
  creatorId: z.string().nullable(),
  creatorName: z.string().nullable(),
  warnings: z.array(issueSchema),
});
export type ImportRow = z.output<typeof importRowSchema>;

export const importPageSchema = z.object({ data: z.array(importSummarySchema), nextCursor: z.string().nullable() });
export type ImportPage = z.output<typeof importPageSchema>;
export const importRowPageSchema = z.object({ data: z.array(importRowSchema), nextCursor: z.string().nullable() });
export type ImportRowPage = z.output<typeof importRowPageSchema>;

export interface PreviewRow {
  rowNumber: number;
  lineNumber: number;
  cells: string[];
  parsed: ParsedRow;
}
export interface ImportPreview {
  rows: PreviewRow[];
  ambiguities: Ambiguity[];
}
