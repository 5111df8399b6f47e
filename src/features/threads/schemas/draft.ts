import { z } from 'zod';
import { composeMessageSchema, sendAtSchema } from '@/features/threads/schemas/queue-message';
import { idSchema } from '@/shared/ids';

const version = z.int().min(1).optional();

export const saveDraftSchema = composeMessageSchema.pick({ html: true, to: true }).extend({
  threadId: idSchema('thread'),
  subject: z.string().max(998).default(''),
  fileIds: z.array(idSchema('file')).max(20).default([]),
  version: version.meta({
    description: 'The version this was written on; none for the first. Refused as a conflict when it is another by now',
  }),
});
export type SaveDraftInput = z.output<typeof saveDraftSchema>;

export const chooseDraftSchema = z.strictObject({ id: idSchema('message'), version });

export const sendDraftSchema = composeMessageSchema.pick({ mailboxId: true }).extend({
  id: idSchema('message'),
  version,
  creatorId: idSchema('creator').optional().meta({ description: 'Of several creators, whom it is written to' }),
  sendAt: sendAtSchema,
  delaySeconds: z.int().min(0).max(60).optional().meta({ description: 'How long it can still be taken back' }),
});
export type SendDraftInput = z.output<typeof sendDraftSchema>;
