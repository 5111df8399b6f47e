import type { ReportedRecipient } from './mail-kind';

export interface StatusBlock {
  address: string;
  originalAddress: string | null;
  action: ReportedRecipient['action'];
  status: string | null;
  diagnostic: string;
}

const mostRecipients = 1_000;
const mostChars = 2_000_000;

/**
 * The recipients of delivery-status text (RFC 3464), also where a server wrote the fields into plain text, left out the
 * blank lines between recipients or folded without indenting.
 */
export function readDeliveryStatus(text: string): StatusBlock[] {
  const recipients: StatusBlock[] = [];
  for (const fields of groups(text)) {
    const recipient = toRecipient(fields);
    if (recipient && recipients.length < mostRecipients) recipients.push(recipient);
  }
  return recipients;
}

type Fields = Map<string, string>;

const field = /^[ \t]*((?:X-)?[A-Za-z][A-Za-z-]{2,40})[ \t]*:/;
const known = /^(?:final-recipient|original-recipient|x-actual-recipient|action|status|diagnostic-code|remote-mta|last-attempt-date|will-retry-until|final-log-id|x-display-name|reporting-mta|arrival-date|disposition|x-[\w-]+)$/i; // prettier-ignore

function groups(text: string): Fields[] {
  const found: Fields[] = [];
  let last = '';
  for (const line of text.slice(0, mostChars).split('\n')) {
    const name = nameOf(line, last);
    if (name) addField(found, { name, value: line.slice(line.indexOf(':') + 1).trim() }, last === '');
    else if (last) continueField(found.at(-1), last, line.trim());
    last = line.trim() === '' ? '' : (name ?? last);
  }
  return found;
}

function addField(found: Fields[], { name, value }: { name: string; value: string }, begins: boolean): void {
  const group = found.at(-1);
  if (begins || !group || group.has(name)) found.push(new Map([[name, value]]));
  else group.set(name, value);
}

function continueField(group: Fields | undefined, name: string, more: string): void {
  group?.set(name, `${group.get(name) ?? ''} ${more}`.slice(0, 4_000));
}

/** The field a line begins; below another field only a known one, as continued lines are not always indented. */
function nameOf(line: string, last: string): string | undefined {
  const name = field.exec(line.slice(0, 200))?.[1];
  return name && (last === '' || known.test(name)) ? name.toLowerCase() : undefined;
}

function toRecipient(fields: Fields): StatusBlock | undefined {
  const value = (name: string) => fields.get(name) ?? '';
  if (value('final-recipient') === '' && value('original-recipient') === '') return undefined;
  // A receipt of reading (RFC 8098) names its recipient as well; only a refused message failed.
  if (fields.has('disposition') && !/rejected|denied|failed/i.test(value('disposition'))) return undefined;
  const original = addressOf(value('original-recipient'));
  const addresses = [addressOf(value('final-recipient')), original, addressOf(value('x-actual-recipient'))];
  const address = addresses.find((one) => one !== '') ?? '';
  return {
    address,
    originalAddress: original.toLowerCase() === address.toLowerCase() ? null : original || null,
    action: toAction(value('action')),
    status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(value('status'))?.[0] ?? null,
    diagnostic: diagnosticOf(value('diagnostic-code'), value('status')),
  };
}

/** Some servers put their words behind the status, in brackets. */
function diagnosticOf(diagnostic: string, status: string): string {
  const words = diagnostic.replace(/^[\w-]+[ \t]*;[ \t]*/, '');
  return words.trim() === '' ? (/\(.*/.exec(status)?.[0] ?? '') : words;
}

function toAction(text: string): StatusBlock['action'] {
  const action = /\b(?:delayed|deliver(?:ed|able)|relayed|expanded)\b/i.exec(text)?.[0].replace(/able$/i, 'ed');
  return action ? (action.toLowerCase() as StatusBlock['action']) : 'failed';
}

/** `rfc822; <name@host>`, whose type is sometimes missing and whose address sometimes is a path to a mailbox. */
function addressOf(value: string): string {
  const text = value.replace(/^[ \t]*[\w-]+[ \t]*;/, '').slice(0, 1_000);
  return /[^\s<>;,:"()]+@[^\s<>;,:"()]+/.exec(text)?.[0].replace(/[.']+$/, '') ?? '';
}
