import { failurePhrases, statusReasons } from './failure-reasons.data';
import type { FailureReason, ReportedRecipient } from './mail-kind';

export interface FailureText {
  /** Of the Status field. */
  status: string | null;
  /** What the refusing server said. */
  diagnostic: string;
  /** What the reporting server wrote for people about this recipient. */
  remark: string;
  /** All the words of a report about one recipient. */
  context: string;
  /** The recipient was read out of words, not out of delivery-status fields. */
  fromText: boolean;
}

type Verdict = Pick<ReportedRecipient, 'hard' | 'status' | 'replyCode' | 'reason'>;

/** Why a delivery failed, and whether the address is dead (hard) or may be tried again another time. */
export function tellFailure(text: FailureText): Verdict {
  const said = saidBy(text);
  const codes = readCodes(said, text.status);
  const facts: Facts = {
    ...codes,
    fromText: text.fromText,
    refusedRecipient: refusedRecipient.test(`${said} ${text.remark}`),
  };
  const told = tellReason(said, facts) ?? tellReason(text.remark, facts) ?? byStatus(codes.status) ?? 'other';
  const reason = closerReason(told, codes.status, text.context) ?? told;
  return { ...codes, reason, hard: isHard(reason, facts) };
}

/** A rule of the recipient's own stands before what the server made of it. */
function saidBy({ diagnostic, remark }: FailureText): string {
  const rule = /\bautomatically rejected:\s*([^\n]{1,500})/.exec(remark)?.[1];
  return rule ?? (diagnostic.trim() === '' ? remark : diagnostic);
}

/** A reporting server that knows its own accounts says more than "unknown". */
function closerReason(told: FailureReason, status: string | null, context: string): FailureReason | undefined {
  if (told !== 'unknown_address' || byStatus(status) === told) return undefined;
  const found = failurePhrases.find(({ phrase }) => phrase.test(plainWords(context)))?.reason;
  return found === 'disabled' || found === 'mailbox_full' ? found : undefined;
}

interface Facts {
  status: string | null;
  replyCode: string | null;
  fromText: boolean;
  refusedRecipient: boolean;
}

/** The server refused the recipient, not the message: its answer to RCPT TO is about the address. */
const refusedRecipient =
  /(?:after|to|our|>>>) RCPT(?: TO| command)?|(?:has rejected address|does not like recipient|rejected the (?:recipient|address))/i;

const dead: ReadonlySet<FailureReason> = new Set(['unknown_address', 'unknown_domain', 'moved']);

function isHard(reason: FailureReason, { status, replyCode }: Facts): boolean {
  if (reason === 'refuses_mail') return !(status ?? '').startsWith('4') && !(replyCode ?? '').startsWith('4');
  return dead.has(reason);
}

function tellReason(text: string, facts: Facts): FailureReason | undefined {
  const words = plainWords(text);
  const found = failurePhrases.filter(({ phrase }) => phrase.test(words)).map(({ reason }) => reason);
  return weigh(found, facts);
}

/** Before these, a status that names a wrong address gives way. */
const overStatus: ReadonlySet<FailureReason> = new Set(['mailbox_full', 'refuses_mail', 'relaying', 'blocked', 'sender_rejected', 'moved', 'too_many']); // prettier-ignore

function weigh(found: FailureReason[], facts: Facts): FailureReason | undefined {
  const [first] = found;
  const ofStatus = byStatus(facts.status);
  if (ofStatus === 'unknown_address') return first && overStatus.has(first) ? first : ofStatus;
  if (ofStatus === 'moved' || ofStatus === 'sender_rejected') return ofStatus;
  if (first === 'unknown_address') return ofUnknown(facts);
  if (first === 'unknown_domain' && (facts.status ?? '').startsWith('4')) return 'network';
  return first;
}

/**
 * "User unknown" without a status that says so, in answer to the message and not to the recipient, is what filters
 * answer too; a reporting server's own words need no proof.
 */
function ofUnknown({ status, replyCode, fromText, refusedRecipient: proven }: Facts): FailureReason {
  if (status?.startsWith('5.7')) return 'filtered';
  if (proven || status === '5.2.1') return 'unknown_address';
  return fromText && !replyCode && !status ? 'unknown_address' : 'filtered';
}

function byStatus(status: string | null): FailureReason | undefined {
  if (!status) return undefined;
  if (/^5\.(?:1\.(?:10|351)|4\.1)$/.test(status)) return 'unknown_address';
  const reason = statusReasons[status.slice(2)];
  return status.startsWith('4') && reason && dead.has(reason) ? 'network' : reason;
}

/** The codes nearest to the refusing server: those in its words before that of the Status field. */
function readCodes(said: string, field: string | null): Pick<Facts, 'status' | 'replyCode'> {
  const inWords = said.match(/(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.]*\d)/g) ?? [];
  const precise = inWords.find((status) => !/^[45]\.0\.0$/.test(status));
  const replyCode = /(?<![\d.:])([45]\d{2})(?=[\s\-,:;]|$)(?! (?:days|hours|minutes|seconds))/.exec(said)?.[1] ?? null;
  return { status: precise ?? field ?? inWords[0] ?? null, replyCode };
}

function plainWords(text: string): string {
  return text
    .slice(0, 4_000)
    .toLowerCase()
    .replace(/https?:\/\/([^/\s]+)\S*/g, ' $1 ')
    .replace(/<[^<>\s]*@[^<>\s]*>|[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, ' ')
    .replace(/\b[245]\d\d(?:-| )(?:[245]\.\d{1,3}\.\d{1,3})?/g, ' ')
    .replace(/\s+/g, ' ');
}
