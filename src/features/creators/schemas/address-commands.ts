import { z } from 'zod';
import { addressSourceSchema, emailSchema, legalBasisSchema, phoneSchema } from '@/features/creators/schemas/address';
import { allowDuplicateSchema } from '@/features/creators/schemas/handle-commands';
import { text } from '@/shared/fields';
import { idSchema } from '@/shared/ids';

/** Whose it is: a creator's or a contact's. */
const owner = {
  creatorId: idSchema('creator').optional(),
  contactId: idSchema('contact').optional(),
};
const oneOwner = { message: 'needs either creatorId or contactId' };

export const addEmailSchema = z
  .strictObject({ ...owner, email: emailSchema, allowDuplicate: allowDuplicateSchema })
  .refine(({ creatorId, contactId }) => (creatorId === undefined) !== (contactId === undefined), oneOwner);
export type AddEmailInput = z.output<typeof addEmailSchema>;

export const addPhoneSchema = z
  .strictObject({ ...owner, phone: phoneSchema })
  .refine(({ creatorId, contactId }) => (creatorId === undefined) !== (contactId === undefined), oneOwner);
export type AddPhoneInput = z.output<typeof addPhoneSchema>;

export const updateEmailSchema = z.strictObject({
  id: idSchema('emailAddress'),
  label: text(255).nullish(),
  source: addressSourceSchema.optional(),
  legalBasis: legalBasisSchema.optional(),
});
export const updatePhoneSchema = z.strictObject({
  id: idSchema('phoneNumber'),
  label: text(255).nullish(),
  source: addressSourceSchema.optional(),
});
