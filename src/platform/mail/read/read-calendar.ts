import type { CalendarMethod, CalendarResponse, MailKind } from './mail-kind';
import type { ParsedMail } from './parsed-mail';

type CalendarMail = Extract<MailKind, { kind: 'calendar' }>;

const methods: ReadonlySet<string> = new Set<CalendarMethod>(['request', 'reply', 'cancel', 'counter', 'refresh', 'add', 'declinecounter']); // prettier-ignore
const responses: Record<string, CalendarResponse> = { ACCEPTED: 'accepted', DECLINED: 'declined', TENTATIVE: 'tentative', DELEGATED: 'delegated' }; // prettier-ignore

/** An invitation or an answer to one (RFC 5546). A file with dates and no method is an attachment like others. */
export function readCalendar(mail: ParsedMail): CalendarMail | undefined {
  if (mail.calendar === null) return undefined;
  const lines = mail.calendar.slice(0, 500_000).replace(/\n[ \t]/g, '').split('\n').map((line) => line.trim()); // prettier-ignore
  const method = valueOf(lines, 'METHOD').toLowerCase();
  if (!methods.has(method)) return undefined;
  const answers = method === 'reply' || method === 'counter';
  return {
    kind: 'calendar',
    method: method as CalendarMethod,
    response: answers ? responseOf(lines, mail.from[0]?.address ?? '') : null,
    uid: valueOf(lines, 'UID').slice(0, 500) || null,
  };
}

function valueOf(lines: string[], name: string): string {
  const found = lines.find(
    (line) => line.toUpperCase().startsWith(`${name}:`) || line.toUpperCase().startsWith(`${name};`),
  );
  return found?.slice(found.indexOf(':') + 1).trim() ?? '';
}

function responseOf(lines: string[], sender: string): CalendarResponse | null {
  const attendees = lines.filter((line) => /^ATTENDEE[;:]/i.test(line));
  const own = attendees.find((line) => line.toLowerCase().includes(sender.toLowerCase())) ?? attendees[0] ?? '';
  return responses[/PARTSTAT="?([A-Z-]+)/i.exec(own)?.[1]?.toUpperCase() ?? ''] ?? null;
}
