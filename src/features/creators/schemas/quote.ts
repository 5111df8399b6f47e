import { z } from 'zod';
import { QUOTE_KINDS } from '@/features/creators/model/vocabulary';
import { amountMinorSchema, currencySchema, daySchema, text } from '@/shared/fields';
import { idSchema } from '@/shared/ids';

export const createQuoteBodySchema = z.strictObject({
  kind: z.enum(QUOTE_KINDS),
  format: text(255).meta({ description: 'Such as reel, story set, long video' }),
  usage: text(1000).nullish().meta({ description: 'Rights that the fee includes' }),
  amountMinor: amountMinorSchema,
  currency: currencySchema,
  quotedOn: daySchema,
  saidBy: text(255).nullish(),
  note: text(5000).nullish(),
});
export const createQuoteSchema = createQuoteBodySchema.extend({ creatorId: idSchema('creator') });
export type CreateQuoteInput = z.output<typeof createQuoteSchema>;
