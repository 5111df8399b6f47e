import type { MailKind } from './mail-kind';
import type { ParsedMail } from './parsed-mail';
import { readBounce } from './read-bounce';
import { readCalendar } from './read-calendar';
import { readComplaint } from './read-complaint';
import { tellAutoReply } from './tell-auto-reply';
import { isUnsubscribe } from './tell-unsubscribe';

/**
 * What a message is, judged by itself alone. Everything in it can be forged: whether a report is about a message that
 * was really sent, and a list's message an answer in a known thread, is for the caller to check.
 */
export function tellKind(mail: ParsedMail): MailKind {
  const report = readComplaint(mail) ?? readBounce(mail) ?? readCalendar(mail) ?? tellAutoReply(mail);
  if (report) return report;
  if (isListMail(mail)) return { kind: 'list' };
  return { kind: isUnsubscribe(mail) ? 'unsubscribe' : 'human' };
}

const listHeaders = ['list-id', 'list-post', 'mailing-list', 'x-mailing-list', 'x-mailinglist'];
/** Of newsletters, and of the programs salespeople and agencies write single letters with. */
const bulkHeaders = ['list-unsubscribe', 'list-help', 'x-campaign', 'x-campaign-id', 'x-campaignid', 'x-mc-user', 'x-csa-complaints']; // prettier-ignore

/** Sent to many, or by a machine on nobody's question. */
function isListMail({ headers, references, inReplyTo }: ParsedMail): boolean {
  if (listHeaders.some((name) => headers.has(name))) return true;
  if (/^\s*(?:bulk|list|junk)\b/i.test(headers.get('precedence')?.[0] ?? '')) return true;
  const answers = references.length > 0 || inReplyTo.length > 0;
  if (!answers && bulkHeaders.some((name) => headers.has(name))) return true;
  return /^\s*auto-generated/i.test(headers.get('auto-submitted')?.[0] ?? '');
}
