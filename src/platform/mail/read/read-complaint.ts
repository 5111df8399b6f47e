import { findAddresses, splitReport } from './bounce-text';
import type { MailKind } from './mail-kind';
import type { ParsedMail } from './parsed-mail';
import { readOriginal } from './read-bounce';

type Complaint = Extract<MailKind, { kind: 'complaint' }>;

/** Somebody pressed "spam": a feedback report (RFC 5965), or the like of it from Microsoft without that part. */
export function readComplaint(mail: ParsedMail): Complaint | undefined {
  if (!isComplaint(mail)) return undefined;
  const fields = readFields(mail.reports.feedback ?? '');
  const original = readOriginal(mail, splitReport(mail.text).original);
  const named = ['original-rcpt-to', 'removal-recipient'].flatMap((name) => fields.get(name) ?? []);
  const recipients = findAddresses([...named, ...hiddenRecipients(mail)].join(' '));
  return {
    kind: 'complaint',
    feedbackType: fields.get('feedback-type')?.[0]?.toLowerCase() ?? 'abuse',
    recipients: recipients.length > 0 ? recipients : (original?.to ?? []),
    original,
  };
}

function isComplaint({ headers, subject, reports }: ParsedMail): boolean {
  if (reports.feedback !== null || headers.has('x-hmxmroriginalrecipient')) return true;
  const type = headers.get('content-type')?.[0] ?? '';
  return /report-type\s*=\s*"?feedback-report/i.test(type) || /^complaint about message from /i.test(subject);
}

function hiddenRecipients(mail: ParsedMail): string[] {
  const headers = mail.reports.original?.headers;
  const names = ['x-hmxmroriginalrecipient', 'x-original-to', 'x-rcpt-to'];
  return names.flatMap((name) => [...(mail.headers.get(name) ?? []), ...(headers?.get(name) ?? [])]).slice(0, 5);
}

function readFields(text: string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const line of text.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name = '', value = ''] = /^([\w-]+):[ \t]*(.*)$/.exec(line) ?? [];
    if (name) fields.set(name.toLowerCase(), [...(fields.get(name.toLowerCase()) ?? []), value.trim()]);
  }
  return fields;
}
