import { changeThread, changeThreads } from '@/features/threads/commands/change-threads';
import { decideCreator } from '@/features/threads/commands/decide-creator';
import { discardDraft } from '@/features/threads/commands/discard-draft';
import { followThread } from '@/features/threads/commands/follow-thread';
import { logMessage } from '@/features/threads/commands/log-message';
import { markThreadsRead } from '@/features/threads/commands/mark-threads-read';
import { saveDraft } from '@/features/threads/commands/save-draft';
import { sendDraft } from '@/features/threads/commands/send-draft';
import { takeBackMessage } from '@/features/threads/commands/take-back-message';
import { attachCreator, createFromSender, ignoreSender } from '@/features/threads/commands/triage-thread';
import { writeNote } from '@/features/threads/commands/write-note';
import { getMessage } from '@/features/threads/queries/get-message';
import { getThread } from '@/features/threads/queries/get-thread';
import { chooseDraftSchema, saveDraftSchema, sendDraftSchema } from '@/features/threads/schemas/draft';
import { chooseMessageSchema } from '@/features/threads/schemas/resolve-message';
import {
  attachCreatorSchema,
  changeThreadSchema,
  changeThreadsSchema,
  createFromSenderSchema,
  decideCreatorSchema,
  followThreadSchema,
  ignoreSenderSchema,
  logMessageSchema,
  readThreadSchema,
  writeNoteSchema,
} from '@/features/threads/schemas/thread-commands';
import { defineAction } from '@/platform/http/define-action';
import { encodeId } from '@/shared/ids';

export const changeThreadAction = defineAction({
  name: 'change-thread',
  permission: 'thread.update',
  input: changeThreadSchema,
  run: async (tx, input) => (await changeThread(tx, input), getThread(tx, input.id)),
});
export const changeThreadsAction = defineAction({
  name: 'change-threads',
  permission: 'thread.update',
  input: changeThreadsSchema,
  run: changeThreads,
});
export const markThreadsReadAction = defineAction({
  name: 'mark-threads-read',
  permission: 'message.read',
  input: readThreadSchema,
  run: markThreadsRead,
});
export const followThreadAction = defineAction({
  name: 'follow-thread',
  permission: 'message.read',
  input: followThreadSchema,
  run: followThread,
});
export const writeNoteAction = defineAction({
  name: 'write-note',
  permission: 'thread.update',
  input: writeNoteSchema,
  run: async (tx, input) => getMessage(tx, await writeNote(tx, input)),
});
export const decideCreatorAction = defineAction({
  name: 'decide-creator',
  permission: 'thread.update',
  input: decideCreatorSchema,
  run: async (tx, input) => (await decideCreator(tx, input), getThread(tx, input.id)),
});
export const attachCreatorAction = defineAction({
  name: 'attach-creator',
  permission: 'creator.update',
  input: attachCreatorSchema,
  run: async (tx, input) => (await attachCreator(tx, input), getThread(tx, input.id)),
});
export const createFromSenderAction = defineAction({
  name: 'create-from-sender',
  permission: 'creator.create',
  input: createFromSenderSchema,
  run: async (tx, input) => ({ creatorId: encodeId('creator', await createFromSender(tx, input)) }),
});
export const ignoreSenderAction = defineAction({
  name: 'ignore-sender',
  permission: 'thread.update',
  input: ignoreSenderSchema,
  run: async (tx, input) => ({ ended: await ignoreSender(tx, input) }),
});
export const logMessageAction = defineAction({
  name: 'log-message',
  permission: 'message.send',
  input: logMessageSchema,
  run: async (tx, input) => getMessage(tx, await logMessage(tx, input)),
});
export const saveDraftAction = defineAction({
  name: 'save-draft',
  permission: 'message.send',
  input: saveDraftSchema,
  async run(tx, input) {
    const { id, version } = await saveDraft(tx, input);
    return { id: encodeId('message', id), version };
  },
});
export const discardDraftAction = defineAction({
  name: 'discard-draft',
  permission: 'message.send',
  input: chooseDraftSchema,
  run: discardDraft,
});
export const sendDraftAction = defineAction({
  name: 'send-draft',
  permission: 'message.send',
  input: sendDraftSchema,
  run: async (tx, input) => (await sendDraft(tx, input), getMessage(tx, input.id)),
});
export const takeBackMessageAction = defineAction({
  name: 'take-back-message',
  permission: 'message.send',
  input: chooseMessageSchema,
  run: async (tx, { id }) => (await takeBackMessage(tx, { messageId: id }), getMessage(tx, id)),
});

export const conversationActions = [
  changeThreadAction,
  changeThreadsAction,
  markThreadsReadAction,
  followThreadAction,
  writeNoteAction,
  decideCreatorAction,
  attachCreatorAction,
  createFromSenderAction,
  ignoreSenderAction,
  logMessageAction,
  saveDraftAction,
  discardDraftAction,
  sendDraftAction,
  takeBackMessageAction,
];
