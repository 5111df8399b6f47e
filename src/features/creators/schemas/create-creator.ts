import { z } from 'zod';
import { emailSchema, legalBasisSchema, phoneSchema, postalAddressSchema } from '@/features/creators/schemas/address';
import { handleSchema } from '@/features/creators/schemas/handle';
import { tagNameSchema } from '@/features/creators/schemas/tag';
import { FORMALITIES, STAGES } from '@/features/creators/model/vocabulary';
import { countrySchema, daySchema, languageSchema, text, timeZoneSchema } from '@/shared/fields';
import { idSchema } from '@/shared/ids';

export const stageSchema = z.enum(STAGES);

/** What a person may say about a creator, beside handles, addresses and the fields that have commands of their own. */
export const creatorFieldsSchema = z.strictObject({
  displayName: text(200),
  givenName: text(255).nullish(),
  familyName: text(255).nullish(),
  greeting: text(255).nullish().meta({ description: 'How a letter begins, such as "Dear Dr. Okafor"' }),
  formality: z.enum(FORMALITIES).nullish(),
  legalName: text(255).nullish(),
  companyName: text(255).nullish(),
  pronouns: text(64).nullish(),
  timeZone: timeZoneSchema.nullish().meta({ description: 'IANA' }),
  languages: z.array(languageSchema).max(50).optional().meta({ description: 'BCP 47' }),
  country: countrySchema.nullish().meta({ description: 'ISO 3166-1 alpha-2' }),
  city: text(255).nullish(),
  birthday: daySchema.nullish(),
  shippingAddress: postalAddressSchema.nullish(),
  sizes: z.record(text(50), text(50)).nullish().meta({ description: 'Such as {"shoe": "41 EU"}' }),
  billingEntity: text(255).nullish(),
  billingAddress: postalAddressSchema.nullish(),
  vatId: text(64).nullish(),
  vendorNumber: text(64).nullish(),
  sourceNote: text(1000).nullish().meta({ description: 'Where the record came from, in words' }),
  legalBasis: legalBasisSchema.optional(),
  custom: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({ description: 'Values of custom fields by field id; null empties one' }),
});
export type CreatorFields = z.output<typeof creatorFieldsSchema>;

export const createCreatorSchema = creatorFieldsSchema.extend({
  stage: stageSchema.optional(),
  ownerId: idSchema('membership').nullish(),
  isMinor: z.boolean().optional(),
  guardianId: idSchema('contact').nullish(),
  doNotContact: z.boolean().optional(),
  doNotContactReason: text(1000).nullish(),
  handles: z.array(handleSchema).max(50).optional(),
  emails: z.array(emailSchema).max(50).optional(),
  phones: z.array(phoneSchema).max(50).optional(),
  tags: z.array(tagNameSchema).max(100).optional(),
  allowDuplicate: z
    .boolean()
    .optional()
    .meta({ description: 'Create it though a creator with this handle, mail or name exists' }),
});
export type CreateCreatorInput = z.output<typeof createCreatorSchema>;
