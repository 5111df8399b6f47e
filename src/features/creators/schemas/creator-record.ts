import { z } from 'zod';
import { postalAddressSchema } from '@/features/creators/schemas/address';
import { stageSchema } from '@/features/creators/schemas/create-creator';
import { tagDtoSchema } from '@/features/creators/schemas/tag';

const instant = z.string().meta({ description: 'RFC 3339, UTC' });
const day = z.string().meta({ description: 'YYYY-MM-DD' });
const person = z.object({ id: z.string(), name: z.string() });
const hidden = 'null when you may not see it';

export const handleDtoSchema = z.object({
  id: z.string(),
  platform: z.string(),
  name: z.string(),
  url: z.string().nullable(),
  platformAccountId: z.string().nullable(),
  isPrimary: z.boolean(),
  followers: z.number().nullable(),
  followersAsOf: instant.nullable(),
  engagementRate: z.number().nullable().meta({ description: 'Fraction of one, as reported' }),
  metrics: z
    .array(z.object({ metric: z.string(), value: z.number(), asOf: instant, source: z.string() }))
    .meta({ description: 'The newest of each kind' }),
  historyCount: z.number().meta({ description: 'Numbers ever reported for it' }),
  audience: z
    .object({
      asOf: instant,
      source: z.string(),
      countries: z.record(z.string(), z.number()).nullable(),
      ages: z.record(z.string(), z.number()).nullable(),
      genders: z.record(z.string(), z.number()).nullable(),
      languages: z.record(z.string(), z.number()).nullable(),
      authenticity: z.number().nullable(),
    })
    .nullable()
    .meta({ description: 'The newest snapshot; shares of one' }),
});

export const emailDtoSchema = z.object({
  id: z.string(),
  address: z.string(),
  label: z.string().nullable(),
  isPrimary: z.boolean(),
  source: z.string(),
  legalBasis: z.string(),
  createdAt: instant,
});

export const phoneDtoSchema = z.object({
  id: z.string(),
  number: z.string(),
  label: z.string().nullable(),
  isPrimary: z.boolean(),
  source: z.string(),
});

const linkedContactSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  topics: z.array(z.string()).meta({ description: 'Empty: every topic' }),
  routing: z.enum(['instead', 'copied', 'none']),
  agency: person.nullable(),
  emails: z.array(z.string()).nullable().meta({ description: hidden }),
  phones: z.array(z.string()).nullable().meta({ description: hidden }),
});

export const quoteDtoSchema = z.object({
  id: z.string(),
  kind: z.enum(['asked', 'agreed']),
  format: z.string(),
  usage: z.string().nullable(),
  amountMinor: z.number().nullable().meta({ description: hidden }),
  currency: z.string().nullable().meta({ description: hidden }),
  quotedOn: day,
  saidBy: z.string().nullable(),
  note: z.string().nullable(),
  createdAt: instant,
});

export const noteDtoSchema = z.object({
  id: z.string(),
  html: z.string(),
  text: z.string(),
  pinned: z.boolean(),
  author: person.nullable(),
  version: z.number(),
  createdAt: instant,
  updatedAt: instant,
});
export type Note = z.output<typeof noteDtoSchema>;

export const preferencesDtoSchema = z.object({
  formats: z.array(z.string()),
  topics: z.array(z.string()),
  brandsToAvoid: z.array(z.string()),
  products: z.array(z.string()),
  tone: z.string().nullable(),
  workingHours: z
    .object({ days: z.array(z.string()), from: z.string(), to: z.string() })
    .nullable()
    .meta({ description: "In the creator's time zone" }),
});

/** Everything of one creator but its timeline. */
export const creatorRecordSchema = z
  .object({
    id: z.string(),
    version: z.number(),
    displayName: z.string(),
    givenName: z.string().nullable(),
    familyName: z.string().nullable(),
    greeting: z.string().nullable(),
    formality: z.enum(['formal', 'familiar']).nullable(),
    legalName: z.string().nullable(),
    companyName: z.string().nullable(),
    pronouns: z.string().nullable(),
    timeZone: z.string().nullable(),
    languages: z.array(z.string()),
    country: z.string().nullable(),
    city: z.string().nullable(),
    birthday: day.nullable().meta({ description: hidden }),
    stage: stageSchema,
    owner: person.nullable(),
    doNotContact: z.boolean(),
    doNotContactReason: z.string().nullable(),
    isMinor: z.boolean(),
    guardian: person.nullable(),
    shippingAddress: postalAddressSchema.nullable().meta({ description: hidden }),
    sizes: z.record(z.string(), z.string()).nullable().meta({ description: hidden }),
    billingEntity: z.string().nullable(),
    billingAddress: postalAddressSchema.nullable().meta({ description: hidden }),
    vatId: z.string().nullable().meta({ description: hidden }),
    vendorNumber: z.string().nullable(),
    source: z.string(),
    sourceNote: z.string().nullable(),
    legalBasis: z.string(),
    custom: z.record(z.string(), z.unknown()).meta({ description: 'Values by id of the custom field' }),
    followers: z.number().nullable().meta({ description: 'Largest over the handles, as last reported' }),
    followersAsOf: instant.nullable(),
    engagementRate: z.number().nullable(),
    primaryPlatform: z.string().nullable(),
    primaryHandle: z.string().nullable(),
    primaryEmail: z.string().nullable().meta({ description: hidden }),
    lastActivityAt: instant.nullable(),
    lastContactedAt: instant.nullable(),
    createdAt: instant,
    updatedAt: instant,
    archivedAt: instant.nullable(),
    handles: z.array(handleDtoSchema),
    emails: z.array(emailDtoSchema).nullable().meta({ description: hidden }),
    phones: z.array(phoneDtoSchema).nullable().meta({ description: hidden }),
    contacts: z.array(linkedContactSchema),
    tags: z.array(tagDtoSchema),
    preferences: preferencesDtoSchema,
    pinnedNotes: z.array(noteDtoSchema),
    quotes: z.array(quoteDtoSchema).nullable().meta({ description: hidden }),
    merges: z
      .array(
        z.object({
          id: z.string(),
          mergedAt: instant,
          creators: z.array(z.object({ id: z.string(), displayName: z.string() })),
        }),
      )
      .meta({ description: 'Merges into this creator that can be undone' }),
    counts: z.object({ notes: z.number(), messages: z.number(), quotes: z.number() }),
    writing: z.object({ allowed: z.boolean(), obstacles: z.array(z.string()) }).meta({
      description: 'Whether this creator may be written to now, and what stands against it',
    }),
  })
  .meta({ id: 'Creator' });
export type CreatorRecord = z.output<typeof creatorRecordSchema>;
