import { z } from 'zod';
import { messageStateSchema } from '@/features/threads/schemas/message';
import { idSchema } from '@/shared/ids';

export const findMessagesSchema = z.strictObject({
  creatorId: idSchema('creator').optional(),
  threadId: idSchema('thread').optional(),
  state: messageStateSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});
export type FindMessagesInput = z.output<typeof findMessagesSchema>;
