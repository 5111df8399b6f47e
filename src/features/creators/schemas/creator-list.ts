import { z } from 'zod';
import { STAGES } from '@/features/creators/model/vocabulary';
import { PLATFORMS } from '@/shared/identity/platforms';

const instant = z.iso.datetime().nullable();

/** One account of a creator, as a row of the list shows it. */
export const handleSummarySchema = z.object({
  platform: z.enum(PLATFORMS),
  name: z.string(),
  url: z.string().nullable(),
  followers: z.number().int().nullable(),
});

/** A row of the list of creators. */
export const creatorRowSchema = z
  .object({
    id: z.string(),
    displayName: z.string(),
    primaryPlatform: z.enum(PLATFORMS).nullable(),
    primaryHandle: z.string().nullable(),
    handles: z.array(handleSummarySchema).meta({ description: 'The ten largest, also those of merged creators' }),
    followers: z.number().int().nullable().meta({ description: 'Of its largest handle' }),
    followersAsOf: instant,
    engagementRate: z.number().nullable().meta({ description: 'A fraction of one' }),
    country: z.string().nullable(),
    city: z.string().nullable(),
    languages: z.array(z.string()),
    stage: z.enum(STAGES),
    owner: z.object({ id: z.string(), name: z.string() }).nullable(),
    tags: z.array(z.object({ id: z.string(), name: z.string() })),
    primaryEmail: z.string().nullable().meta({ description: 'Null also for who does not see personal data' }),
    doNotContact: z.boolean(),
    lastContactedAt: instant,
    lastActivityAt: instant,
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    archived: z.boolean(),
    custom: z.record(z.string(), z.unknown()).meta({ description: 'Values of custom fields by field id' }),
  })
  .meta({ id: 'CreatorRow' });

export const creatorPageSchema = z.object({
  data: z.array(creatorRowSchema),
  nextCursor: z.string().nullable(),
  problems: z
    .array(z.string())
    .optional()
    .meta({ description: 'What of a saved segment cannot be asked any more; such a condition matches nobody' }),
});

export const creatorCountSchema = z.object({
  value: z.number().int(),
  more: z.boolean().meta({ description: 'True: there are more than `value`' }),
});

export type CreatorRow = z.infer<typeof creatorRowSchema>;
export type CreatorPage = z.infer<typeof creatorPageSchema>;
export type CreatorCount = z.infer<typeof creatorCountSchema>;
