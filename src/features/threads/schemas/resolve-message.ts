import { z } from 'zod';
import { idSchema } from '@/shared/ids';

export const resolutionSchema = z.strictObject({
  decision: z
    .enum(['sent', 'not_sent_retry', 'not_sent_give_up'])
    .meta({ description: 'It arrived; it did not and shall be sent; it did not and does not matter any more' }),
});

export const chooseMessageSchema = z.strictObject({ id: idSchema('message') });
export const resolveMessageSchema = resolutionSchema.extend({ id: idSchema('message') });
