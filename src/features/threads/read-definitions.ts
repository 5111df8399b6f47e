import { z } from 'zod';
import { countThreads } from '@/features/threads/queries/count-threads';
import { findInboxViews } from '@/features/threads/queries/find-inbox-views';
import { findTemplates } from '@/features/threads/queries/find-templates';
import { findThreads } from '@/features/threads/queries/find-threads';
import { getDraft } from '@/features/threads/queries/get-draft';
import { getThread } from '@/features/threads/queries/get-thread';
import { findMailboxes } from '@/features/threads/queries/find-mailboxes';
import { findMessages } from '@/features/threads/queries/find-messages';
import { getMessage } from '@/features/threads/queries/get-message';
import { previewMessage } from '@/features/threads/queries/preview-message';
import { findMessagesSchema } from '@/features/threads/schemas/find-messages';
import { findThreadsSchema } from '@/features/threads/schemas/find-threads';
import { chooseThreadSchema } from '@/features/threads/schemas/thread-commands';
import { composeMessageSchema } from '@/features/threads/schemas/queue-message';
import { chooseMessageSchema } from '@/features/threads/schemas/resolve-message';
import { defineAction } from '@/platform/http/define-action';

const previewMessageAction = defineAction({
  name: 'preview-message',
  permission: 'message.send',
  input: composeMessageSchema,
  run: previewMessage,
});

const findMessagesAction = defineAction({
  name: 'find-messages',
  permission: 'message.read',
  input: findMessagesSchema,
  run: findMessages,
});

const getMessageAction = defineAction({
  name: 'get-message',
  permission: 'message.read',
  input: chooseMessageSchema,
  run: (tx, { id }) => getMessage(tx, id),
});

const findMailboxesAction = defineAction({
  name: 'find-mailboxes',
  permission: 'mailbox.read',
  input: z.strictObject({}),
  run: findMailboxes,
});

const findThreadsAction = defineAction({
  name: 'find-threads',
  permission: 'message.read',
  input: findThreadsSchema,
  run: findThreads,
});

const getThreadAction = defineAction({
  name: 'get-thread',
  permission: 'message.read',
  input: chooseThreadSchema,
  run: (tx, { id }) => getThread(tx, id),
});

const countThreadsAction = defineAction({
  name: 'count-threads',
  permission: 'message.read',
  input: z.strictObject({}),
  run: countThreads,
});

const getDraftAction = defineAction({
  name: 'get-draft',
  permission: 'message.read',
  input: chooseThreadSchema,
  run: getDraft,
});

const findTemplatesAction = defineAction({
  name: 'find-templates',
  permission: 'message.read',
  input: z.strictObject({}),
  run: findTemplates,
});

const findInboxViewsAction = defineAction({
  name: 'find-inbox-views',
  permission: 'message.read',
  input: z.strictObject({}),
  run: findInboxViews,
});

/** What screens read after they are drawn. */
export const threadReads = [
  previewMessageAction,
  findMessagesAction,
  getMessageAction,
  findMailboxesAction,
  findThreadsAction,
  getThreadAction,
  countThreadsAction,
  getDraftAction,
  findTemplatesAction,
  findInboxViewsAction,
];
