import { cancelMessage } from '@/features/threads/commands/cancel-message';
import { queueMessage } from '@/features/threads/commands/queue-message';
import { resolveUnknownMessage } from '@/features/threads/commands/resolve-unknown-message';
import { retryMessage } from '@/features/threads/commands/retry-message';
import { getMessage } from '@/features/threads/queries/get-message';
import { queueMessageSchema } from '@/features/threads/schemas/queue-message';
import { chooseMessageSchema, resolveMessageSchema } from '@/features/threads/schemas/resolve-message';
import { templateActions } from '@/features/threads/template-action-definitions';
import { conversationActions } from '@/features/threads/thread-action-definitions';
import { defineAction } from '@/platform/http/define-action';
import { encodeId } from '@/shared/ids';

export const sendMessageAction = defineAction({
  name: 'send-message',
  permission: 'message.send',
  input: queueMessageSchema,
  async run(tx, input) {
    const { id, rfcMessageId } = await queueMessage(tx, input);
    return { id: encodeId('message', id), state: 'queued' as const, rfcMessageId };
  },
});

export const resolveMessageAction = defineAction({
  name: 'resolve-message',
  permission: 'message.send',
  input: resolveMessageSchema,
  async run(tx, { id, decision }) {
    await resolveUnknownMessage(tx, { messageId: id, decision });
    return getMessage(tx, id);
  },
});

export const retryMessageAction = defineAction({
  name: 'retry-message',
  permission: 'message.send',
  input: chooseMessageSchema,
  async run(tx, { id }) {
    await retryMessage(tx, { messageId: id });
    return getMessage(tx, id);
  },
});

export const cancelMessageAction = defineAction({
  name: 'cancel-message',
  permission: 'message.send',
  input: chooseMessageSchema,
  async run(tx, { id }) {
    await cancelMessage(tx, { messageId: id });
    return getMessage(tx, id);
  },
});

export const threadActions = [
  sendMessageAction,
  resolveMessageAction,
  retryMessageAction,
  cancelMessageAction,
  ...conversationActions,
  ...templateActions,
];
