import { z } from 'zod';
import { THREAD_PRIORITIES } from '@/features/threads/model/decide-thread-change';
import { text } from '@/shared/fields';
import { idSchema } from '@/shared/ids';

export const THREAD_VIEWS = [
  'mine',
  'unassigned',
  'waiting_on_us',
  'waiting_on_them',
  'open',
  'following',
  'triage',
  'automatic',
  'snoozed',
  'done',
  'all',
] as const;
export type ThreadView = (typeof THREAD_VIEWS)[number];

/** What a list of conversations can be narrowed to; a saved view is one of these. */
export const threadFilterSchema = z.strictObject({
  view: z.enum(THREAD_VIEWS).default('open').meta({
    description:
      '`mine`, `unassigned` (they wrote and nobody has it), `waiting_on_us`, `waiting_on_them`, `following`, `triage` (nobody knows the sender) and `automatic` (no person wrote) are of the open ones',
  }),
  channel: z.string().max(30).optional(),
  mailboxId: idSchema('mailbox').optional(),
  tag: text(50).optional(),
  priority: z.enum(THREAD_PRIORITIES).optional(),
  assigneeId: idSchema('membership').optional(),
  creatorId: idSchema('creator').optional(),
});
export type ThreadFilter = z.output<typeof threadFilterSchema>;

export const findThreadsSchema = threadFilterSchema.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});
export type FindThreadsInput = z.output<typeof findThreadsSchema>;

/** As it is kept and given out: outside ids. */
const keptFilterSchema = z.object({
  view: z.enum(THREAD_VIEWS),
  channel: z.string().optional(),
  mailboxId: z.string().optional(),
  tag: z.string().optional(),
  priority: z.enum(THREAD_PRIORITIES).optional(),
  assigneeId: z.string().optional(),
  creatorId: z.string().optional(),
});

export const saveInboxViewSchema = z.strictObject({
  id: idSchema('inboxView').optional().meta({ description: 'The view to change; a new one otherwise' }),
  name: text(100),
  shared: z.boolean().default(false).meta({ description: 'For the team; otherwise for oneself' }),
  filter: keptFilterSchema.superRefine((filter, context) => {
    const judged = threadFilterSchema.safeParse(filter);
    for (const issue of judged.error?.issues ?? [])
      context.addIssue({ code: 'custom', path: issue.path, message: issue.message });
  }),
});
export type SaveInboxViewInput = z.output<typeof saveInboxViewSchema>;
export const chooseInboxViewSchema = z.strictObject({ id: idSchema('inboxView') });

export const inboxViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  shared: z.boolean(),
  mine: z.boolean(),
  filter: keptFilterSchema,
});
export type InboxViewDto = z.output<typeof inboxViewSchema>;
