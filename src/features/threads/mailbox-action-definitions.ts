import { archiveMailbox } from '@/features/threads/commands/archive-mailbox';
import { assertMayConnect, connectMailbox } from '@/features/threads/commands/connect-mailbox';
import { disconnectMailbox } from '@/features/threads/commands/disconnect-mailbox';
import { pauseMailbox } from '@/features/threads/commands/pause-mailbox';
import { resumeMailbox } from '@/features/threads/commands/resume-mailbox';
import { updateMailbox } from '@/features/threads/commands/update-mailbox';
import { getMailbox } from '@/features/threads/queries/get-mailbox';
import {
  chooseMailboxSchema,
  connectMailboxSchema,
  testMailboxSchema,
  updateMailboxSchema,
  type ConnectMailboxInput,
} from '@/features/threads/schemas/mailbox-connection';
import { requireWorking, tryMailbox } from '@/features/threads/subscribers/try-mailbox';
import type { Context } from '@/platform/auth/context';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { defineAction } from '@/platform/http/define-action';
import { idSchema } from '@/shared/ids';

/** Before a mailbox is connected, outside the transaction: may they, and do the servers take it? */
export async function prepareConnecting(ctx: Context, input: ConnectMailboxInput): Promise<void> {
  await inWorkspace(ctx, (tx) => assertMayConnect(tx, input));
  await requireWorking(ctx, { mailboxId: undefined, account: input.account });
}

/** Connects what was tried. Answers the mailbox. */
export async function connectTried(tx: Tx, { account: { password, ...account }, ...input }: ConnectMailboxInput) {
  const id = await connectMailbox(tx, { ...input, account: { ...account, auth: 'password' }, secret: { password } });
  return getMailbox(tx, id);
}

export const connectMailboxAction = defineAction({
  name: 'connect-mailbox',
  permission: 'mailbox.update',
  input: connectMailboxSchema,
  prepare: prepareConnecting,
  run: connectTried,
});

export const updateMailboxAction = defineAction({
  name: 'update-mailbox',
  permission: 'mailbox.update',
  input: updateMailboxSchema.extend({ id: idSchema('mailbox') }),
  async prepare(ctx, { id, account }) {
    if (account) await requireWorking(ctx, { mailboxId: id, account });
  },
  async run(tx, { id, ...changes }) {
    await updateMailbox(tx, id, changes);
    return getMailbox(tx, id);
  },
});

export const testMailboxAction = defineAction({
  name: 'test-mailbox',
  permission: 'mailbox.update',
  input: testMailboxSchema,
  prepare: (ctx, { id, account }) => tryMailbox(ctx, { mailboxId: id, account }),
  run: (_tx, _input, result) => Promise.resolve(result),
});

export const pauseMailboxAction = defineAction({
  name: 'pause-mailbox',
  permission: 'mailbox.update',
  input: chooseMailboxSchema,
  async run(tx, { id }) {
    await pauseMailbox(tx, { mailboxId: id });
    return getMailbox(tx, id);
  },
});

export const resumeMailboxAction = defineAction({
  name: 'resume-mailbox',
  permission: 'mailbox.update',
  input: chooseMailboxSchema,
  async run(tx, { id }) {
    await resumeMailbox(tx, { mailboxId: id });
    return getMailbox(tx, id);
  },
});

export const disconnectMailboxAction = defineAction({
  name: 'disconnect-mailbox',
  permission: 'mailbox.update',
  input: chooseMailboxSchema,
  async run(tx, { id }) {
    await disconnectMailbox(tx, { mailboxId: id });
    return getMailbox(tx, id);
  },
});

export const archiveMailboxAction = defineAction({
  name: 'archive-mailbox',
  permission: 'mailbox.update',
  input: chooseMailboxSchema,
  async run(tx, { id }) {
    await archiveMailbox(tx, { mailboxId: id });
    return { archived: true };
  },
});

export const mailboxActions = [
  connectMailboxAction,
  updateMailboxAction,
  testMailboxAction,
  pauseMailboxAction,
  resumeMailboxAction,
  disconnectMailboxAction,
  archiveMailboxAction,
];
