import { z } from 'zod';
import { emailSchema, phoneSchema } from '@/features/creators/schemas/address';
import { emailDtoSchema, phoneDtoSchema } from '@/features/creators/schemas/creator-record';
import { versionSchema } from '@/features/creators/schemas/update-creator';
import { CONTACT_ROLES, ROUTINGS } from '@/features/creators/model/vocabulary';
import { text } from '@/shared/fields';
import { idSchema } from '@/shared/ids';

const role = z.enum(CONTACT_ROLES);

export const createContactSchema = z.strictObject({
  name: text(200),
  role: role.optional(),
  note: text(5000).nullish(),
  agencyId: idSchema('agency').nullish(),
  emails: z.array(emailSchema).max(50).optional(),
  phones: z.array(phoneSchema).max(50).optional(),
});
export type CreateContactInput = z.output<typeof createContactSchema>;

export const updateContactBodySchema = z.strictObject({
  version: versionSchema,
  name: text(200).optional(),
  role: role.optional(),
  note: text(5000).nullish(),
  agencyId: idSchema('agency').nullish(),
});
export const updateContactSchema = updateContactBodySchema.extend({ id: idSchema('contact') });
export type UpdateContactInput = z.output<typeof updateContactSchema>;

export const linkContactBodySchema = z.strictObject({
  role: role.optional(),
  topics: z.array(text(64)).max(50).optional().meta({ description: 'Empty: every topic' }),
  routing: z
    .enum(ROUTINGS)
    .optional()
    .meta({ description: 'Whether mail goes to the contact instead, copied, or not' }),
});
export const linkContactSchema = linkContactBodySchema.extend({
  creatorId: idSchema('creator'),
  contactId: idSchema('contact'),
});
export type LinkContactInput = z.output<typeof linkContactSchema>;

export const unlinkContactSchema = z.strictObject({ creatorId: idSchema('creator'), contactId: idSchema('contact') });

export const createAgencySchema = z.strictObject({
  name: text(200),
  website: z
    .url({ protocol: /^https?$/, message: 'must be a web address' })
    .max(2048)
    .nullish(),
  note: text(5000).nullish(),
});
export type CreateAgencyInput = z.output<typeof createAgencySchema>;
export const updateAgencyBodySchema = createAgencySchema.partial().extend({ version: versionSchema });
export const updateAgencySchema = updateAgencyBodySchema.extend({ id: idSchema('agency') });
export type UpdateAgencyInput = z.output<typeof updateAgencySchema>;

const named = z.object({ id: z.string(), name: z.string() });

export const contactDtoSchema = z
  .object({
    id: z.string(),
    version: z.number(),
    name: z.string(),
    role,
    note: z.string().nullable(),
    agency: named.nullable(),
    emails: z.array(emailDtoSchema).nullable().meta({ description: 'null when you may not see it' }),
    phones: z.array(phoneDtoSchema).nullable().meta({ description: 'null when you may not see it' }),
    creators: z.array(
      z.object({
        id: z.string(),
        displayName: z.string(),
        role: z.string(),
        topics: z.array(z.string()),
        routing: z.enum(ROUTINGS),
      }),
    ),
    createdAt: z.string(),
  })
  .meta({ id: 'Contact' });
export type ContactDto = z.output<typeof contactDtoSchema>;

export const agencyDtoSchema = z
  .object({
    id: z.string(),
    version: z.number(),
    name: z.string(),
    website: z.string().nullable(),
    note: z.string().nullable(),
    contacts: z.array(named),
    createdAt: z.string(),
  })
  .meta({ id: 'Agency' });
export type AgencyDto = z.output<typeof agencyDtoSchema>;
