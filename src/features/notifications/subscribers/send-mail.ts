import { settleDeliveries } from '@/features/notifications/commands/settle-deliveries';
import { writeNotificationMail } from '@/features/notifications/emails/notification-mail';
import { notificationMailDue } from '@/features/notifications/events';
import { pathOf } from '@/features/notifications/model/path-of';
import { findOutgoing, getWorkspace } from '@/features/notifications/queries/find-outgoing';
import type { Tx } from '@/platform/db/in-workspace';
import { env } from '@/platform/env/env';
import { defineExternalSubscriber, skip, type Effect } from '@/platform/events/define-subscriber';
import { buildMime, type OutgoingMail } from '@/platform/mail/build-mime';
import { deliverMail } from '@/platform/mail/deliver-mail';
import { smtpTimes, warmUpSession, type SmtpServer } from '@/platform/mail/smtp-session';

interface MailPlan {
  mail: OutgoingMail;
  /** The finished message; empty until it was loaded. */
  raw: Buffer;
}

function mailServer(): SmtpServer {
  return { url: env().SMTP_URL, times: smtpTimes };
}

/** Mails a person what is due for them, at most once. */
export const sendNotificationMail = defineExternalSubscriber<typeof notificationMailDue, MailPlan, string>({
  name: 'notifications.send-mail',
  on: [notificationMailDue],
  timeoutMs: smtpTimes.connectMs + smtpTimes.envelopeMs + smtpTimes.answerMs,
  prepare: planMail,

  async load(plan) {
    const raw = await buildMime(plan.mail);
    await warmUpSession(mailServer());
    return { ...plan, raw };
  },

  async act({ mail, raw }, { signal }) {
    const envelope = { from: mail.from.address, to: mail.to.map(({ address }) => address) };
    const result = await deliverMail(mailServer(), { envelope, message: raw }, signal);
    switch (result.outcome) {
      case 'accepted':
        return { outcome: 'done', receipt: result.response };
      case 'refused':
        return { outcome: 'dead', reason: result.reason };
      case 'deferred':
        return { outcome: 'retry', reason: result.reason };
      case 'unknown':
        return { outcome: 'unknown', reason: result.reason };
    }
  },

  async settle(tx, { event }, settlement) {
    const notificationIds = event.payload?.notificationIds ?? [];
    await settleDeliveries(tx, { notificationIds, channel: 'email' }, settlement);
  },
});

async function planMail(tx: Tx, { id, event }: Effect<{ notificationIds: string[] }>): Promise<MailPlan | typeof skip> {
  const outgoing = await findOutgoing(tx, event.payload?.notificationIds ?? []);
  const [first] = outgoing;
  if (!first) return skip;
  const workspace = await getWorkspace(tx);
  const base = `${env().APP_URL.replace(/\/$/, '')}/${workspace.slug}`;
  const { hostname } = new URL(env().APP_URL);
  const written = writeNotificationMail({
    workspace: workspace.name,
    name: first.personName,
    items: outgoing.map((item) => ({ title: item.title, detail: item.detail, url: `${base}/${pathOf(item)}` })),
    preferencesUrl: `${base}/settings/notifications`,
  });
  return {
    mail: {
      ...written,
      messageId: `<notification.${id}@${hostname}>`,
      date: event.occurredAt,
      from: { name: 'Rapport', address: env().MAIL_FROM ?? `notifications@${hostname}` },
      to: [{ name: first.personName, address: first.personEmail }],
      cc: [],
      references: [],
      // RFC 3834, and Microsoft's own: an answering machine must not answer this.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      attachments: [],
    },
    raw: Buffer.alloc(0),
  };
}
