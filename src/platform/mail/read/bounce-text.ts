import { originalMarks, recipientLines } from './bounce-text.data';

/** Longer reports are cut: what they say stands at their beginning. */
const mostChars = 64 * 1024;
const mostRecipients = 100;

export interface SplitReport {
  /** What the reporting server wrote. */
  report: string;
  /** The quoted message, '' when there is none in the text. */
  original: string;
}

/** Parts what a server reports from the message it quotes below. */
export function splitReport(text: string): SplitReport {
  const lines = text.slice(0, mostChars).split('\n');
  const mark = lines.findIndex((line, index) => isMark(line) || (index > 2 && beginsHeaders(lines, index)));
  if (mark < 0) return { report: lines.join('\n'), original: '' };
  const rest = lines.slice(isMark(lines[mark] ?? '') ? mark + 1 : mark);
  return {
    report: lines.slice(0, mark).join('\n'),
    original: rest
      .join('\n')
      .replace(/^(?:[-=]+)?\s*\n/, '')
      .trimStart(),
  };
}

function isMark(line: string): boolean {
  const start = line.slice(0, 200);
  return originalMarks.some((mark) => mark.test(start));
}

function beginsHeaders(lines: string[], index: number): boolean {
  return /^(?:Return-Path|Received|X-Received):\s/i.test(lines[index] ?? '') && (lines[index - 1] ?? '').trim() === '';
}

export interface NamedRecipient {
  address: string;
  /** What is said of it, up to the next recipient. */
  remark: string;
}

/** Recipients named in the words of a report, with what is said of each. */
export function readNamedRecipients(report: string, others: ReadonlySet<string>): NamedRecipient[] {
  const lines = report.split('\n');
  const seen = new Set(others);
  const found: { address: string; line: number }[] = [];
  lines.forEach((line, index) => {
    const address = found.length < mostRecipients ? namedIn(line.slice(0, 500)) : undefined;
    if (address === undefined || seen.has(address.toLowerCase())) return;
    seen.add(address.toLowerCase());
    found.push({ address, line: index });
  });
  return found.map(({ address, line }, index) => ({
    address,
    remark: lines
      .slice(talkBefore(lines, line, found[index - 1]?.line), found[index + 1]?.line)
      .join('\n')
      .slice(0, 4_000),
  }));
}

/** How the talk with the other server went that ended in a line about the recipient, as old sendmails print it. */
function talkBefore(lines: string[], line: number, previous = -1): number {
  for (let at = line - 1; at > Math.max(previous, line - mostTalkLines); at--) {
    if (/while talking to /i.test(lines[at] ?? '')) return at;
  }
  return line;
}

const mostTalkLines = 6;

function namedIn(line: string): string | undefined {
  for (const pattern of recipientLines) {
    const address = pattern.exec(line)?.[1]?.replace(/^[<"'(]+|[>"').,;:]+$/g, '');
    if (address && /^[^\s@<>"]+@[^\s@<>"]+$/.test(address)) return address;
  }
  return undefined;
}

/** Any address in the text, for reports that name the recipient in the middle of a sentence. */
export function findAddresses(text: string): string[] {
  return [...new Set(text.slice(0, mostChars).match(/[^\s<>()[\]"',;:]{1,128}@[^\s<>()[\]"',;:]{1,255}/g) ?? [])].map(
    (address) => address.replace(/[.]+$/, ''),
  );
}
