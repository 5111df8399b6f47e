// A worker to be killed: the product's own subscriber, standing still at CRASH_STEP for the message with this subject.
import { appendFileSync } from 'node:fs';
import type { messageQueued } from '@/features/threads/events';
import { sendMessage, type SendingPlan } from '@/features/threads/subscribers/send-message';
import type { SentReceipt } from '@/features/threads/subscribers/settle-message';
import { closePool } from '@/platform/db/pool';
import { defineExternalSubscriber } from '@/platform/events/define-subscriber';
import { runWorker } from '@/worker/run-worker';

const { CRASH_STEP = '', REACHED_FILE = '', DATABASE_URL, REDIS_URL } = process.env;

async function standStill(here: string, subject: string | undefined): Promise<void> {
  if (here !== CRASH_STEP || subject !== CRASH_STEP) return;
  appendFileSync(REACHED_FILE, `${here}\n`);
  await new Promise(() => undefined);
}

const standing = defineExternalSubscriber<typeof messageQueued, SendingPlan, SentReceipt>({
  name: sendMessage.name,
  on: sendMessage.on,
  retry: { firstMs: 300, maxMs: 300, maxAttempts: 1_000 },
  recipients: async (_tx, event) => {
    await standStill('before the claim', event.payload?.subject);
    return ['-'];
  },
  prepare: async (tx, effect) => {
    const subject = effect.event.payload?.subject;
    // So that no kill hits more than the one it is meant for.
    if (CRASH_STEP && subject !== CRASH_STEP) throw new Error('not mine');
    const plan = await sendMessage.prepare(tx, effect);
    await standStill('during the claim', subject);
    return plan;
  },
  load: async (plan, tools) => {
    await standStill('after the claim', plan.mail.subject);
    const loaded = (await sendMessage.load?.(plan, tools)) ?? plan;
    await standStill('before handing over', plan.mail.subject);
    return loaded;
  },
  handOver: async (tx, effect, plan) => {
    await sendMessage.handOver?.(tx, effect, plan);
    await standStill('during handing over', plan.mail.subject);
  },
  act: async (plan, tools) => {
    await standStill('after handing over', plan.mail.subject);
    const result = await sendMessage.act(plan, tools);
    await standStill('after the answer', plan.mail.subject);
    return result;
  },
  settle: async (tx, effect, settlement) => {
    await sendMessage.settle?.(tx, effect, settlement);
    if (settlement.state === 'done') await standStill('before our commit', effect.event.payload?.subject);
  },
});

const worker = runWorker({
  subscribers: [standing],
  queue: REDIS_URL ? { kind: 'redis', url: REDIS_URL } : { kind: 'postgres', url: DATABASE_URL ?? '' },
  leaseMs: 1_500,
  reconcileEveryMs: 200,
});

process.on('SIGTERM', () => void worker.stop().then(closePool));
