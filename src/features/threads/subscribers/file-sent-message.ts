import type { ImapFlow } from 'imapflow';
import { messageSent } from '@/features/threads/events';
import { buildRawMessage } from '@/features/threads/subscribers/build-raw-message';
import { inSentFolder } from '@/features/threads/subscribers/in-sent-folder';
import { planMessage } from '@/features/threads/subscribers/plan-message';
import { inWorkspace } from '@/platform/db/in-workspace';
import { defineLongSubscriber } from '@/platform/events/define-subscriber';
import { findByMessageId } from '@/platform/mail/imap/find-uids';

/**
 * Puts a message that left through its mailbox's own server into the Sent folder, where the server does not do so by
 * itself. It looks first whether the message lies there, so doing it again, also after a crash, files nothing twice.
 */
export const fileSentMessage = defineLongSubscriber({
  name: 'threads.file-sent-message',
  on: [messageSent],
  async run(ctx, { event }, { signal }) {
    const plan = await inWorkspace(ctx, (tx) => planMessage(tx, event.subjectId));
    const { connection, mail } = plan;
    if (!connection || filesItself(connection.smtp.host)) return;
    await inSentFolder({ workspaceId: ctx.workspaceId, connection, signal }, async (client, path) => {
      if (isGmail(client) || (await findByMessageId(client, path, mail.messageId)) !== null) return;
      await client.append(path, await buildRawMessage(plan), ['\\Seen'], mail.date);
    });
  },
});

/** Exchange Online files what is sent through it; Gmail, too, whatever its host is called. */
function filesItself(smtpHost: string): boolean {
  return /(^|\.)(office365|outlook|gmail)\.com$/i.test(smtpHost);
}

function isGmail(client: ImapFlow): boolean {
  return client.capabilities.has('X-GM-EXT-1');
}
