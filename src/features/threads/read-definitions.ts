import { z } from 'zod';
import { findMailboxes } from '@/features/threads/queries/find-mailboxes';
import { findMessages } from '@/features/threads/queries/find-messages';
import { getMessage } from '@/features/threads/queries/get-message';
import { previewMessage } from '@/features/threads/queries/preview-message';
import { findMessagesSchema } from '@/features/threads/schemas/find-messages';
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

/** What screens read after they are drawn. */
export const threadReads = [previewMessageAction, findMessagesAction, getMessageAction, findMailboxesAction];
