import { randomBytes } from 'node:crypto';
import { createMailbox } from '@/features/threads/commands/create-mailbox';
import { queueMessage, type QueuedMessage } from '@/features/threads/commands/queue-message';
import { findMessages } from '@/features/threads/queries/find-messages';
import { getMessage } from '@/features/threads/queries/get-message';
import type { MessageDto } from '@/features/threads/schemas/message';
import { queueMessageSchema } from '@/features/threads/schemas/queue-message';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { encodeId } from '@/shared/ids';
import { createTestWorkspace, type TestWorkspace } from './context';
import { addCreator, eventsOf } from './creators';
import { eventually } from './events';

export interface MailingWorkspace {
  workspace: TestWorkspace;
  mailboxId: string;
  ctx: Context;
  /** A creator with an address of their own. */
  addWritable(changes?: object): Promise<string>;
  /** Judged by the schema, as a form's input is. */
  send(creatorId: string, changes?: object): Promise<QueuedMessage>;
  read(id: string): Promise<MessageDto>;
  readAll(): Promise<MessageDto[]>;
  /** The message once it is sent, failed, unknown or cancelled. */
  settled(id: string): Promise<MessageDto>;
  countEvents(type: string, id: string): Promise<number>;
}

const ended = ['sent', 'failed', 'unknown', 'cancelled'];

/** A workspace that can write: a brand with a mailbox. */
export async function createMailingWorkspace(): Promise<MailingWorkspace> {
  const workspace = await createTestWorkspace('Acme');
  const ctx = workspace.ctx('marketer');
  const mailboxId = await inWorkspace(workspace.ctx(), (tx) =>
    createMailbox(tx, { brandId: workspace.brandId, address: 'team@acme.example', displayName: 'Acme Team' }),
  );
  const read = (id: string) => inWorkspace(ctx, (tx) => getMessage(tx, id));
  return {
    workspace,
    mailboxId,
    ctx,
    addWritable: (changes = {}) =>
      addCreator(ctx, {
        displayName: 'Zoë Creator',
        greeting: 'Hi Zoë',
        emails: [{ address: `zoe-${randomBytes(4).toString('hex')}@x.example` }],
        ...changes,
      }),
    send: (creatorId, changes = {}) => {
      const input = queueMessageSchema.parse({
        creatorId: encodeId('creator', creatorId),
        subject: 'Spring campaign',
        html: '<p>{{creator.greeting}},</p><p>shall we talk?</p><p>{{sender.name}}, {{brand.name}}</p>',
        ...changes,
      });
      return inWorkspace(ctx, (tx) => queueMessage(tx, input));
    },
    read,
    readAll: () => inWorkspace(ctx, async (tx) => (await findMessages(tx, { limit: 1000 })).data),
    settled: (id) =>
      eventually(async () => {
        const message = await read(id);
        return ended.includes(message.state) ? message : null;
      }),
    countEvents: async (type, id) => (await eventsOf(ctx, type)).filter(({ subjectId }) => subjectId === id).length,
  };
}
