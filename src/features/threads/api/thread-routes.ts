import { z } from 'zod';
import { changeThread, changeThreads } from '@/features/threads/commands/change-threads';
import { attachCreator } from '@/features/threads/commands/triage-thread';
import { writeNote } from '@/features/threads/commands/write-note';
import { findThreads } from '@/features/threads/queries/find-threads';
import { getMessage } from '@/features/threads/queries/get-message';
import { getThread } from '@/features/threads/queries/get-thread';
import { findThreadsSchema } from '@/features/threads/schemas/find-threads';
import { messageSchema } from '@/features/threads/schemas/message';
import { threadPageSchema, threadWithMessagesSchema } from '@/features/threads/schemas/thread';
import {
  attachCreatorSchema,
  changedThreadsSchema,
  changeThreadBodySchema,
  changeThreadsSchema,
  writeNoteBodySchema,
} from '@/features/threads/schemas/thread-commands';
import { defineRoute, type RouteDefinition } from '@/platform/http/define-route';
import { pathIdSchema } from '@/shared/ids';

const params = z.object({ id: pathIdSchema('thread') });

export const findThreadsRoute = defineRoute({
  name: 'find-threads',
  method: 'GET',
  path: '/threads',
  permission: 'message.read',
  summary: 'Conversations, those with the latest message first',
  query: findThreadsSchema,
  answer: threadPageSchema,
  run: (tx, { query }) => findThreads(tx, query),
});

export const getThreadRoute = defineRoute({
  name: 'get-thread',
  method: 'GET',
  path: '/threads/{id}',
  permission: 'message.read',
  summary: 'A conversation with its newest messages',
  params,
  answer: threadWithMessagesSchema,
  run: (tx, { params: { id } }) => getThread(tx, id),
});

export const changeThreadRoute = defineRoute({
  name: 'change-thread',
  method: 'PATCH',
  path: '/threads/{id}',
  permission: 'thread.update',
  summary: 'Assign a conversation, put it off, end it, open it again, or set its priority or tags',
  params,
  body: changeThreadBodySchema,
  answer: threadWithMessagesSchema,
  async run(tx, { params: { id }, body }) {
    await changeThread(tx, { ...body, id });
    return getThread(tx, id);
  },
});

export const changeThreadsRoute = defineRoute({
  name: 'change-threads',
  method: 'POST',
  path: '/threads/change',
  permission: 'thread.update',
  summary: 'One change to many conversations; what cannot be changed is named, the rest is changed',
  body: changeThreadsSchema,
  answer: changedThreadsSchema,
  run: (tx, { body }) => changeThreads(tx, body),
});

export const writeNoteRoute = defineRoute({
  name: 'write-note',
  method: 'POST',
  path: '/threads/{id}/notes',
  permission: 'thread.update',
  summary: 'Write an internal note into a conversation; it is never sent',
  params,
  body: writeNoteBodySchema,
  answer: messageSchema,
  status: 201,
  run: async (tx, { params: { id }, body }) => getMessage(tx, await writeNote(tx, { ...body, id })),
});

export const attachCreatorRoute = defineRoute({
  name: 'attach-creator',
  method: 'POST',
  path: '/threads/{id}/creators',
  permission: 'creator.update',
  summary: 'Say that a conversation is about a creator',
  params,
  body: attachCreatorSchema.omit({ id: true }),
  answer: threadWithMessagesSchema,
  async run(tx, { params: { id }, body }) {
    await attachCreator(tx, { ...body, id });
    return getThread(tx, id);
  },
});

export const conversationRoutes: RouteDefinition[] = [
  findThreadsRoute,
  getThreadRoute,
  changeThreadRoute,
  changeThreadsRoute,
  writeNoteRoute,
  attachCreatorRoute,
];
