import { z } from 'zod';
import { THREAD_PRIORITIES } from '@/features/threads/model/decide-thread-change';
import { instantSchema, text } from '@/shared/fields';
import { idSchema } from '@/shared/ids';

export const threadTagSchema = text(50).transform((tag) => tag.trim());
const tags = z.array(threadTagSchema).max(50).default([]);
const version = z.int().min(1).optional().meta({ description: 'Refused as a conflict when it changed meanwhile' });

export const threadChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('assignee'),
    assigneeId: idSchema('membership').nullable().meta({ description: 'Null: nobody' }),
  }),
  z.strictObject({
    kind: z.literal('snooze'),
    until: instantSchema.nullable().meta({ description: 'Null: until they write again' }),
  }),
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({ kind: z.literal('open') }),
  z.strictObject({ kind: z.literal('priority'), priority: z.enum(THREAD_PRIORITIES) }),
  z.strictObject({ kind: z.literal('tags'), add: tags, remove: tags }),
]);

export const changeThreadBodySchema = z.strictObject({ change: threadChangeSchema, version });
export const changeThreadSchema = changeThreadBodySchema.extend({ id: idSchema('thread') });
export type ChangeThreadInput = z.output<typeof changeThreadSchema>;

export const changeThreadsSchema = z.strictObject({
  ids: z.array(idSchema('thread')).min(1).max(2_000),
  change: threadChangeSchema,
});
export type ChangeThreadsInput = z.output<typeof changeThreadsSchema>;

export const changedThreadsSchema = z.object({
  changed: z.number().meta({ description: 'How many are different now; those that were so already are not counted' }),
  refused: z
    .array(z.object({ id: z.string(), reason: z.enum(['not_found', 'invalid_state']), message: z.string() }))
    .meta({ description: 'What did not happen, and why' }),
});
export type ChangedThreads = z.output<typeof changedThreadsSchema>;

export const chooseThreadSchema = z.strictObject({ id: idSchema('thread') });

export const readThreadSchema = z.strictObject({
  ids: z.array(idSchema('thread')).min(1).max(2_000),
  read: z.boolean(),
});
export type ReadThreadInput = z.output<typeof readThreadSchema>;

export const followThreadSchema = z.strictObject({ id: idSchema('thread'), follows: z.boolean() });
export type FollowThreadInput = z.output<typeof followThreadSchema>;

const noteHtml = z
  .string()
  .max(200_000, { message: 'must be at most 200000 characters, with its markup' })
  .refine((value) => !value.includes('\0') && !/\p{Cs}/u.test(value), {
    message: 'holds characters that cannot be kept',
  })
  .meta({
    description:
      'Rich text; what may not be shown is taken out. A mention is <span data-type="mention" data-id="mem_…">',
  });
const fileIds = z.array(idSchema('file')).max(20).optional();
const draftId = z.uuid().optional().meta({ description: 'Of the writer; the same sent twice is one entry' });

export const writeNoteBodySchema = z.strictObject({ html: noteHtml, fileIds, draftId });
export const writeNoteSchema = writeNoteBodySchema.extend({ id: idSchema('thread') });
export type WriteNoteInput = z.output<typeof writeNoteSchema>;

export const decideCreatorSchema = z.strictObject({
  id: idSchema('thread'),
  creatorId: idSchema('creator'),
  decision: z.enum(['confirmed', 'refused']),
});
export type DecideCreatorInput = z.output<typeof decideCreatorSchema>;

export const attachCreatorSchema = z.strictObject({
  id: idSchema('thread'),
  creatorId: idSchema('creator'),
  keepAddress: z
    .boolean()
    .default(true)
    .meta({ description: 'Write the sender down as an address of theirs, so that the next mail finds them' }),
});
export type AttachCreatorInput = z.output<typeof attachCreatorSchema>;

export const createFromSenderSchema = z.strictObject({
  id: idSchema('thread'),
  displayName: text(200).optional().meta({ description: 'Default: the name in the mail' }),
  allowDuplicate: z.boolean().optional(),
});
export type CreateFromSenderInput = z.output<typeof createFromSenderSchema>;

export const ignoreSenderSchema = z.strictObject({ id: idSchema('thread'), ignore: z.boolean().default(true) });
export type IgnoreSenderInput = z.output<typeof ignoreSenderSchema>;

export const LOGGED_CHANNELS = ['instagram', 'tiktok', 'youtube', 'whatsapp', 'messenger', 'phone', 'other'] as const;

export const logMessageSchema = z.strictObject({
  creatorId: idSchema('creator'),
  threadId: idSchema('thread').optional().meta({ description: 'Default: their last conversation on the channel' }),
  channel: z.enum(LOGGED_CHANNELS),
  direction: z.enum(['incoming', 'outgoing']),
  text: text(50_000),
  at: instantSchema.optional().meta({ description: 'When it was written or said; default: now' }),
  fileIds,
  draftId,
});
export type LogMessageInput = z.output<typeof logMessageSchema>;
