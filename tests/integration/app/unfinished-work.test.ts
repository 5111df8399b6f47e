import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveEffectAction, retryEffectAction } from '@/app/effects/action-definitions';
import { findUnfinishedWork } from '@/app/effects/stuck-effects';
import { getMessage } from '@/features/threads/queries/get-message';
import { queueMessage } from '@/features/threads/commands/queue-message';
import { queueMessageSchema } from '@/features/threads/schemas/queue-message';
import { sendMessage } from '@/features/threads/subscribers/send-message';
import { systemClock } from '@/platform/clock/clock';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { relayEvents } from '@/platform/events/relay-events';
import { carryOutAction } from '@/platform/http/define-action';
import { encodeId } from '@/shared/ids';
import { useTestDatabase } from '../../support/context';
import { createListQueue } from '../../support/events';
import { createMailingWorkspace, type MailingWorkspace } from '../../support/messages';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let ours: MailingWorkspace;
beforeAll(async () => {
  database = await useTestDatabase();
  ours = await createMailingWorkspace();
});
afterAll(() => database.close());

/** A mail whose effect stands still; message and effect as the worker would have left them. */
async function strand(state: 'dead' | 'unknown') {
  const ctx = ours.workspace.ctx();
  const creatorId = await ours.addWritable();
  const creator = encodeId('creator', creatorId);
  const { id } = await inWorkspace(ctx, (tx) =>
    queueMessage(tx, queueMessageSchema.parse({ creatorId: creator, subject: state, html: '<p>x</p>' })),
  );
  await relayEvents({ subscribers: [sendMessage], queue: createListQueue(), clock: systemClock, setAside: new Map() });
  const effectPath = state === 'dead' ? ['claimed', 'dead'] : ['claimed', 'handing_over', 'unknown'];
  const messagePath = state === 'dead' ? ['sending', 'failed'] : ['sending', 'unknown'];
  await inWorkspace(ctx, async (tx) => {
    for (const step of effectPath)
      await tx.execute(sql`
        update effect set state = ${step}, attempts = 16, finished_at = now(), last_error = 'The server said no.'
        where event_id in (select id from domain_event where subject_id = ${id}::uuid)`);
    for (const step of messagePath) await tx.execute(sql`update message set state = ${step} where id = ${id}::uuid`);
  });
  return { messageId: id, creator };
}

const found = () => inWorkspace(ours.workspace.ctx(), findUnfinishedWork);
const stateOf = async (id: string) => (await inWorkspace(ours.workspace.ctx(), (tx) => getMessage(tx, id))).state;

describe('unfinished work', () => {
  it('says what did not happen, why and about whom; tried again the mail waits to be sent', async () => {
    const { messageId, creator } = await strand('dead');
    const [work] = await found();
    expect(work).toMatchObject({
      state: 'dead',
      title: 'Send a mail',
      recipient: null,
      creator: { id: creator },
      attempts: 16,
      lastError: 'The server said no.',
    });
    const input = { id: work!.id };
    expect(await carryOutAction(retryEffectAction, ours.workspace.ctx('manager'), input)).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
    expect(await carryOutAction(retryEffectAction, ours.workspace.ctx(), input)).toMatchObject({ ok: true });
    expect(await stateOf(messageId)).toBe('queued');
    expect(await found()).toEqual([]);
    expect(await carryOutAction(retryEffectAction, ours.workspace.ctx(), input)).toMatchObject({
      ok: false,
      error: { code: 'invalid_state' },
    });
  });

  it.each([
    ['sent', 'sent', 0],
    ['not_sent', 'queued', 0],
    ['give_up', 'failed', 1],
  ] as const)('that may have left is decided by a person: %s', async (decision, state, left) => {
    const { messageId } = await strand('unknown');
    const work = (await found()).find((one) => one.state === 'unknown');
    const answer = await carryOutAction(resolveEffectAction, ours.workspace.ctx(), { id: work!.id, decision });
    expect(answer).toMatchObject({ ok: true });
    expect(await stateOf(messageId)).toBe(state);
    expect(await found()).toHaveLength(left);
  });
});
