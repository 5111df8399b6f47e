import type { z } from 'zod';
import { addEmail } from '@/features/creators/commands/add-email';
import { createCreator } from '@/features/creators/commands/create-creator';
import { createCreatorSchema } from '@/features/creators/schemas/create-creator';
import { addEmailSchema } from '@/features/creators/schemas/address-commands';
import { settleTriage } from '@/features/threads/commands/decide-creator';
import { lockThread, lockThreads, type LockedThread } from '@/features/threads/commands/lock-threads';
import { threadAttributed, threadSenderIgnored } from '@/features/threads/events';
import type {
  AttachCreatorInput,
  CreateFromSenderInput,
  IgnoreSenderInput,
} from '@/features/threads/schemas/thread-commands';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent, recordEvents } from '@/platform/events/record-event';
import { invalidInput } from '@/platform/http/to-app-error';
import { AppError } from '@/shared/errors';
import { encodeId } from '@/shared/ids';

/**
 * Makes a creator of whoever wrote, with their address, and says that this and everything else of theirs that waits is
 * about them. Answers the creator's id.
 * @throws AppError not_found, conflict `possible_duplicate` (`candidates`), invalid_state `no_sender`
 */
export async function createFromSender(tx: Tx, input: CreateFromSenderInput): Promise<string> {
  const thread = await lockThread(tx, input.id);
  const sender = await requireSender(tx, thread);
  const creatorId = await createCreator(
    tx,
    judge(createCreatorSchema, {
      displayName: input.displayName ?? (sender.name || sender.address.split('@')[0]),
      emails: [{ address: sender.address }],
      allowDuplicate: input.allowDuplicate,
    }),
  );
  await attribute(tx, { thread, creatorId, address: sender.address });
  return creatorId;
}

/**
 * Says that a conversation is about a creator. With `keepAddress` the sender becomes an address of theirs, and everything
 * else from it that waits is about them too.
 * @throws AppError not_found (conversation, creator), conflict `possible_duplicate` (the address is somebody else's)
 */
export async function attachCreator(tx: Tx, { id, creatorId, keepAddress }: AttachCreatorInput): Promise<void> {
  const thread = await lockThread(tx, id);
  const [creator] = await tx.rows<{ rootId: string }>(sql`
    select root_id as "rootId" from creator where id = ${creatorId}::uuid`);
  if (!creator) throw new AppError('not_found', { reason: 'creator', message: 'There is no such creator.' });
  const sender = keepAddress && thread.triage ? await findSenderOf(tx, id) : null;
  if (sender) {
    const email = { address: sender.address };
    await addEmail(tx, judge(addEmailSchema, { creatorId: encodeId('creator', creator.rootId), email }));
  }
  await attribute(tx, { thread, creatorId: creator.rootId, address: sender?.address ?? null });
}

/**
 * Ends everything that waits from a sender, and what they send from now on as it comes; or wants to hear of them again.
 * Answers how many conversations were ended.
 * @throws AppError not_found, invalid_state `no_sender`
 */
export async function ignoreSender(tx: Tx, { id, ignore }: IgnoreSenderInput): Promise<number> {
  const thread = await lockThread(tx, id);
  const { address } = await requireSender(tx, thread);
  const { now, workspaceId } = tx.ctx;
  const changed = await tx.execute(
    ignore
      ? sql`insert into ignored_sender (workspace_id, address, created_at)
          values (${workspaceId}::uuid, ${address}, ${now}) on conflict do nothing`
      : sql`delete from ignored_sender where address = ${address}`,
  );
  if (changed === 0) return 0;
  const threads = ignore ? await lockWaiting(tx, thread, address) : [thread];
  await tx.execute(sql`
    update thread set triage = ${!ignore}, state = ${ignore ? 'done' : 'open'}, snoozed_until = null, version = version + 1
    where id = any (${threads.map((one) => one.id)}::uuid[])`);
  const { creatorId, subject } = thread;
  await recordEvent(tx, threadSenderIgnored, {
    subjectId: id,
    creatorId,
    payload: { subject, address, ignored: ignore },
  });
  return threads.length;
}

/** What a mail says of its sender may be nothing a record can hold. @throws AppError invalid_input */
function judge<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalidInput(parsed.error);
  return parsed.data;
}

interface SenderOfThread {
  name: string;
  address: string;
}

async function findSenderOf(tx: Tx, threadId: string): Promise<SenderOfThread | null> {
  const [sender] = await tx.rows<SenderOfThread>(sql`
    select m.from_name as name, m.from_address as address from message m
    where m.thread_id = ${threadId}::uuid and m.direction = 'incoming' and m.from_address <> ''
    order by m.created_at desc, m.id desc limit 1`);
  return sender ?? null;
}

async function requireSender(tx: Tx, { id }: LockedThread): Promise<SenderOfThread> {
  const sender = await findSenderOf(tx, id);
  if (sender) return sender;
  throw new AppError('invalid_state', { reason: 'no_sender', message: 'Nobody wrote in this conversation yet.' });
}

/** This conversation and all others of the sender that wait for a person to say whom they are about. */
async function lockWaiting(tx: Tx, thread: LockedThread, address: string | null): Promise<LockedThread[]> {
  if (address === null) return [thread];
  const others = await tx.rows<{ id: string }>(sql`
    select t.id from thread t where t.triage and t.state <> 'done' and exists (
      select from message m where m.thread_id = t.id and m.direction = 'incoming' and m.from_address = ${address})
    limit 1000`);
  return lockThreads(tx, [thread.id, ...others.map(({ id }) => id)]);
}

async function attribute(
  tx: Tx,
  { thread, creatorId, address }: { thread: LockedThread; creatorId: string; address: string | null },
): Promise<void> {
  const threads = await lockWaiting(tx, thread, address);
  const ids = threads.map(({ id }) => id);
  const confirmed = await tx.rows<{ threadId: string }>(sql`
    insert into thread_creator as p (workspace_id, thread_id, creator_id, state)
    select ${tx.ctx.workspaceId}::uuid, t.id, ${creatorId}::uuid, 'confirmed' from unnest(${ids}::uuid[]) as t(id)
    on conflict (workspace_id, thread_id, creator_id) do update set state = 'confirmed' where p.state <> 'confirmed'
    returning thread_id as "threadId"`);
  await tx.execute(sql`
    update message set creator_id = ${creatorId}::uuid
    where thread_id = any (${ids}::uuid[]) and direction = 'incoming' and creator_id is null
      and from_address = ${address}`);
  await settleTriage(tx, ids);
  const about = new Set(confirmed.map(({ threadId }) => threadId));
  await recordEvents(
    tx,
    threadAttributed,
    threads
      .filter(({ id }) => about.has(id))
      .map(({ id, subject }) => ({ subjectId: id, creatorId, payload: { subject, decision: 'confirmed' as const } })),
  );
}
