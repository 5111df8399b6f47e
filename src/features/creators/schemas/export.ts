import { z } from 'zod';
import { exportStates } from '@/features/creators/model/export-transitions';
import type { FilterGroup } from '@/features/creators/model/filter';
import { chosenCreatorsSchema } from '@/features/creators/schemas/change-creators';
import { idSchema } from '@/shared/ids';

/** What an export can hold of each creator, in its standard order; custom fields go behind, by their ids. */
export const exportColumns = [
  'displayName',
  'primaryPlatform',
  'primaryHandle',
  'handles',
  'followers',
  'followersAsOf',
  'engagementRate',
  'primaryEmail',
  'country',
  'city',
  'languages',
  'stage',
  'owner',
  'tags',
  'doNotContact',
  'lastContactedAt',
  'lastActivityAt',
  'createdAt',
  'updatedAt',
  'archived',
  'id',
] as const;
export type ExportColumn = (typeof exportColumns)[number];

export const exportFormats = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const createExportSchema = z.strictObject({
  creators: chosenCreatorsSchema,
  format: z.enum(exportFormats),
  columns: z
    .array(z.union([z.enum(exportColumns), z.string().regex(/^fld_[0-9a-f]{32}$/, 'is no column of an export')]))
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'In their order; all, with every custom field, when not given' }),
});
export type CreateExportInput = z.output<typeof createExportSchema>;

export const chooseExportSchema = z.strictObject({ id: idSchema('export') });

export const exportSchema = z
  .object({
    id: z.string(),
    state: z.enum(exportStates),
    format: z.enum(exportFormats),
    rows: z.number().int().nullable().meta({ description: 'Null until they were counted' }),
    done: z.number().int(),
    fileName: z.string().nullable(),
    failure: z.string().nullable(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Export' });
export type Export = z.infer<typeof exportSchema>;

/** What the worker is to write, as it was when it was asked for: nothing in it depends on who runs it. */
export interface ExportRequest {
  filter: FilterGroup;
  /** UUIDs; null: everyone of the filter. */
  ids: string[] | null;
  except: string[];
  columns: { key: string; label: string }[];
  /** Whether who asked sees personal data. */
  personal: boolean;
}
