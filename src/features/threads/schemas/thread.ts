import { z } from 'zod';
import { THREAD_PRIORITIES } from '@/features/threads/model/decide-thread-change';
import { threadStates } from '@/features/threads/model/thread-transitions';
import { messageSchema } from '@/features/threads/schemas/message';
import { THREAD_VIEWS } from '@/features/threads/schemas/find-threads';

const personSchema = z.object({ id: z.string(), name: z.string() });

const lastMessageSchema = z.object({
  from: z.string().meta({ description: 'The name of whoever wrote it' }),
  direction: z.enum(['outgoing', 'incoming', 'internal']),
  kind: z.string(),
  excerpt: z.string(),
  at: z.string(),
  hasAttachments: z.boolean(),
});

export const threadSchema = z.object({
  id: z.string(),
  channel: z.string().meta({ description: 'email, instagram, whatsapp, …' }),
  subject: z.string(),
  state: z.enum(threadStates),
  priority: z.enum(THREAD_PRIORITIES),
  tags: z.array(z.string()),
  assignee: personSchema.nullable(),
  snoozedUntil: z.string().nullable().meta({ description: 'Null while it is snoozed: until they write again' }),
  triage: z.boolean().meta({ description: 'Nobody of the workspace knows who wrote: a person says whom it is about' }),
  lastDirection: z
    .enum(['incoming', 'outgoing'])
    .nullable()
    .meta({ description: 'Of the last message by a person: incoming waits on us, outgoing on them' }),
  waitingSince: z.string().nullable().meta({ description: 'When they first wrote what nobody has answered' }),
  firstResponseSeconds: z.number().nullable().meta({ description: 'From their first message to our first answer' }),
  lastMessageAt: z.string(),
  createdAt: z.string(),
  creators: z.array(
    z.object({
      id: z.string(),
      displayName: z.string(),
      state: z.enum(['confirmed', 'proposed']),
      reason: z.string().meta({ description: 'Of a proposed one: the words in which a mail named them' }),
    }),
  ),
  last: lastMessageSchema.nullable(),
  unread: z.boolean().meta({ description: 'Something new came that you have not seen; false for keys' }),
  follows: z.boolean(),
  hasDraft: z.boolean(),
  version: z.number(),
});
export type ThreadDto = z.output<typeof threadSchema>;

export const threadPageSchema = z.object({ data: z.array(threadSchema), nextCursor: z.string().nullable() });
export type ThreadPage = z.output<typeof threadPageSchema>;

export const threadWithMessagesSchema = threadSchema.extend({
  messages: z
    .object({ data: z.array(messageSchema), nextCursor: z.string().nullable() })
    .meta({ description: 'The newest, newest first; older ones by GET /messages?threadId=' }),
});
export type ThreadWithMessages = z.output<typeof threadWithMessagesSchema>;

export const threadCountsSchema = z.object({
  counts: z.partialRecord(z.enum(THREAD_VIEWS), z.number()).meta({ description: 'None is counted beyond 1,000' }),
  unread: z.number().meta({ description: 'Of mine' }),
  medianFirstResponseSeconds: z.number().nullable().meta({ description: 'Over the last 90 days' }),
});
export type ThreadCounts = z.output<typeof threadCountsSchema>;
