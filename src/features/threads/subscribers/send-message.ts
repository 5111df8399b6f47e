import { messageQueued } from '@/features/threads/events';
import { writeRefusals } from '@/features/threads/model/refusal-note';
import { prepareMessage, type MessagePlan } from '@/features/threads/subscribers/prepare-message';
import { settleMessage, type SentReceipt } from '@/features/threads/subscribers/settle-message';
import { sql } from '@/platform/db/rows';
import { env } from '@/platform/env/env';
import { defineExternalSubscriber } from '@/platform/events/define-subscriber';
import { buildMime } from '@/platform/mail/build-mime';
import { deliverMail } from '@/platform/mail/deliver-mail';
import { smtpTimes, warmUpSession, type SmtpServer } from '@/platform/mail/smtp-session';
import { readStoredFile } from '@/platform/storage/read-stored-file';
import { buffer } from 'node:stream/consumers';

function mailServer(): SmtpServer {
  return { url: env().SMTP_URL, times: smtpTimes };
}

/**
 * Sends a queued message through SMTP, at most once: what may have left without an answer is `unknown`. A server that is
 * away is noticed before anything is handed over, so that waiting for it leaves no doubt behind.
 */
export const sendMessage = defineExternalSubscriber<typeof messageQueued, MessagePlan, SentReceipt>({
  name: 'threads.send-message',
  on: [messageQueued],
  timeoutMs: smtpTimes.connectMs + smtpTimes.envelopeMs + smtpTimes.answerMs,
  prepare: (tx, effect) => prepareMessage(tx, effect.event.subjectId),

  async load(plan) {
    const attachments = [];
    for (const { name, contentType, hash } of plan.files)
      attachments.push({ name, contentType, content: await buffer(await readStoredFile(plan.ctx, hash)) });
    const raw = await buildMime({ ...plan.mail, attachments });
    await warmUpSession(mailServer());
    return { ...plan, raw };
  },

  async handOver(tx, _effect, { messageId, mail }) {
    await tx.execute(sql`
      update message set handed_over_at = coalesce(handed_over_at, ${mail.date}) where id = ${messageId}::uuid`);
  },

  async act({ envelope, raw }, { signal }) {
    const result = await deliverMail(mailServer(), { envelope, message: raw }, signal);
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

  settle: (tx, effect, settlement) => settleMessage(tx, effect.event.subjectId, settlement),
});
