import { messageQueued } from '@/features/threads/events';
import { writeRefusals } from '@/features/threads/model/refusal-note';
import { buildRawMessage } from '@/features/threads/subscribers/build-raw-message';
import { findInSentFolder } from '@/features/threads/subscribers/find-in-sent-folder';
import type { MessagePlan } from '@/features/threads/subscribers/plan-message';
import { prepareMessage } from '@/features/threads/subscribers/prepare-message';
import { settleMessage, type SentReceipt } from '@/features/threads/subscribers/settle-message';
import { signInMailbox } from '@/features/threads/subscribers/sign-in-mailbox';
import { sql } from '@/platform/db/rows';
import { env } from '@/platform/env/env';
import { defineExternalSubscriber, skip } from '@/platform/events/define-subscriber';
import { deliverMail } from '@/platform/mail/deliver-mail';
import { smtpTimes, warmUpSession, type SmtpServer } from '@/platform/mail/smtp-session';

/** A message that is being sent; `raw` and `server` are there once it was loaded. */
export interface SendingPlan extends MessagePlan {
  raw: Buffer;
  server: SmtpServer;
}

/** The mailbox's own server, where it is connected; else the installation's. */
async function findServer({ ctx, connection }: MessagePlan): Promise<SmtpServer> {
  if (!connection) return installationServer();
  const { smtp } = await signInMailbox(ctx.workspaceId, connection);
  return { account: smtp, times: smtpTimes };
}

function installationServer(): SmtpServer {
  return { url: env().SMTP_URL, times: smtpTimes };
}

/**
 * Sends a queued message through SMTP, at most once: what may have left without an answer is `unknown`, unless it lies
 * in the mailbox's Sent folder. A server that is away is noticed before anything is handed over, so that waiting for it
 * leaves no doubt behind.
 */
export const sendMessage = defineExternalSubscriber<typeof messageQueued, SendingPlan, SentReceipt>({
  name: 'threads.send-message',
  on: [messageQueued],
  timeoutMs: smtpTimes.connectMs + smtpTimes.envelopeMs + smtpTimes.answerMs,

  async prepare(tx, effect) {
    const plan = await prepareMessage(tx, effect.event.subjectId);
    return plan === skip ? skip : { ...plan, raw: Buffer.alloc(0), server: installationServer() };
  },

  async load(plan) {
    const raw = await buildRawMessage(plan);
    const server = await findServer(plan);
    await warmUpSession(server);
    return { ...plan, raw, server };
  },

  async handOver(tx, _effect, { messageId, mail }) {
    await tx.execute(sql`
      update message set handed_over_at = coalesce(handed_over_at, ${mail.date}) where id = ${messageId}::uuid`);
  },

  async act({ envelope, raw, server }, { signal }) {
    const result = await deliverMail(server, { envelope, message: raw }, signal);
    switch (result.outcome) {
      case 'accepted':
        return { outcome: 'done', receipt: { response: result.response, refused: result.refusals } };
      case 'refused':
        return { outcome: 'dead', reason: writeRefusals(result.reason, result.refusals) };
      case 'deferred':
        return { outcome: 'retry', reason: result.reason };
      case 'unknown':
        return { outcome: 'unknown', reason: result.reason };
    }
  },

  lookUp: (ctx, { event }, signal) => findInSentFolder(ctx, event.subjectId, signal),

  settle: (tx, effect, settlement) => settleMessage(tx, effect.event.subjectId, settlement),
});
