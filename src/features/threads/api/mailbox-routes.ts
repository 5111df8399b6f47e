import { z } from 'zod';
import { archiveMailbox } from '@/features/threads/commands/archive-mailbox';
import { disconnectMailbox } from '@/features/threads/commands/disconnect-mailbox';
import { pauseMailbox } from '@/features/threads/commands/pause-mailbox';
import { resumeMailbox } from '@/features/threads/commands/resume-mailbox';
import { updateMailbox } from '@/features/threads/commands/update-mailbox';
import { connectTried, prepareConnecting } from '@/features/threads/mailbox-action-definitions';
import { findMailboxes } from '@/features/threads/queries/find-mailboxes';
import { getMailbox } from '@/features/threads/queries/get-mailbox';
import { mailboxSchema } from '@/features/threads/schemas/mailbox';
import {
  connectMailboxSchema,
  mailboxTestSchema,
  testMailboxSchema,
  updateMailboxSchema,
} from '@/features/threads/schemas/mailbox-connection';
import { requireWorking, tryMailbox } from '@/features/threads/subscribers/try-mailbox';
import type { Tx } from '@/platform/db/in-workspace';
import { defineRoute, type RouteDefinition } from '@/platform/http/define-route';
import { decodeId } from '@/shared/ids';

const params = z.object({ id: z.string().transform((id) => decodeId('mailbox', id)) });

export const findMailboxesRoute = defineRoute({
  name: 'find-mailboxes',
  method: 'GET',
  path: '/mailboxes',
  permission: 'mailbox.read',
  summary: "The mailboxes one can write from, each brand's default first, with the state of their connection",
  answer: z.object({ data: z.array(mailboxSchema), nextCursor: z.null() }),
  run: async (tx) => ({ data: await findMailboxes(tx), nextCursor: null }),
});

export const getMailboxRoute = defineRoute({
  name: 'get-mailbox',
  method: 'GET',
  path: '/mailboxes/{id}',
  permission: 'mailbox.read',
  summary: 'One mailbox, with how far it was read and what is wrong',
  params,
  answer: mailboxSchema,
  run: (tx, { params: { id } }) => getMailbox(tx, id),
});

export const connectMailboxRoute = defineRoute({
  name: 'connect-mailbox',
  method: 'POST',
  path: '/mailboxes',
  permission: 'mailbox.update',
  summary: 'Connect a mailbox by IMAP and SMTP with a password; both are tried first',
  body: connectMailboxSchema,
  answer: mailboxSchema,
  status: 201,
  prepare: (ctx, { body }) => prepareConnecting(ctx, body),
  run: (tx, { body }) => connectTried(tx, body),
});

export const updateMailboxRoute = defineRoute({
  name: 'update-mailbox',
  method: 'PATCH',
  path: '/mailboxes/{id}',
  permission: 'mailbox.update',
  summary: 'Change a mailbox or how it is reached; new settings are tried first',
  params,
  body: updateMailboxSchema,
  answer: mailboxSchema,
  async prepare(ctx, { params: { id }, body: { account } }) {
    if (account) await requireWorking(ctx, { mailboxId: id, account });
  },
  async run(tx, { params: { id }, body }) {
    await updateMailbox(tx, id, body);
    return getMailbox(tx, id);
  },
});

export const testMailboxRoute = defineRoute({
  name: 'test-mailbox',
  method: 'POST',
  path: '/mailboxes/{id}/test',
  permission: 'mailbox.update',
  summary: 'Try settings of a mailbox and keep nothing; without a password the stored one',
  params,
  body: testMailboxSchema.omit({ id: true }),
  answer: mailboxTestSchema,
  prepare: (ctx, { params: { id }, body: { account } }) => tryMailbox(ctx, { mailboxId: id, account }),
  run: (_tx, _input, result) => Promise.resolve(result),
});

/** A verb that takes the mailbox alone. */
function defineVerb(
  verb: 'pause' | 'resume' | 'disconnect',
  summary: string,
  run: (tx: Tx, input: { mailboxId: string }) => Promise<void>,
): RouteDefinition {
  return defineRoute({
    name: `${verb}-mailbox`,
    method: 'POST',
    path: `/mailboxes/{id}/${verb}`,
    permission: 'mailbox.update',
    summary,
    params,
    answer: mailboxSchema,
    async run(tx, { params: { id } }) {
      await run(tx, { mailboxId: id });
      return getMailbox(tx, id);
    },
  });
}

export const pauseMailboxRoute = defineVerb('pause', 'Stop reading a mailbox; it still sends', pauseMailbox);
export const resumeMailboxRoute = defineVerb('resume', 'Read a mailbox again, from where it was left', resumeMailbox);
export const disconnectMailboxRoute = defineVerb(
  'disconnect',
  'Forget how a mailbox is reached, its password with it; what was read stays',
  disconnectMailbox,
);

export const archiveMailboxRoute = defineRoute({
  name: 'archive-mailbox',
  method: 'DELETE',
  path: '/mailboxes/{id}',
  permission: 'mailbox.update',
  summary: 'Disconnect a mailbox and take it out of every choice; its conversations stay',
  params,
  answer: z.null(),
  status: 204,
  run: (tx, { params: { id } }) => archiveMailbox(tx, { mailboxId: id }),
});

export const mailboxRoutes: RouteDefinition[] = [
  findMailboxesRoute,
  getMailboxRoute,
  connectMailboxRoute,
  updateMailboxRoute,
  testMailboxRoute,
  pauseMailboxRoute,
  resumeMailboxRoute,
  disconnectMailboxRoute,
  archiveMailboxRoute,
];
