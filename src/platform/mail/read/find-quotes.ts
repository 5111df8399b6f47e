import {
  attributionOpener,
  forwardedMessage,
  headerLabels,
  originalMessage,
  replyAbove,
  wroteVerb,
} from './quotes.data';

export type LineRole = 'visible' | 'quoted' | 'signature';

/** Mail programs break the line above a quotation at most so often. */
const mostAttributionLines = 4;
const mostLineChars = 400;
/** The headers of an answered message with recipients over several lines. */
const mostHeaderLines = 14;

/** Which lines are quoted, and where a message that was passed on or answered begins (-1: nowhere). */
export function findQuotes(lines: readonly string[]): { roles: LineRole[]; embeddedAt: number } {
  const roles: LineRole[] = lines.map(() => 'visible');
  let index = 0;
  while (index < lines.length) {
    const found = quoteAt(lines, index);
    if (found) {
      for (let line = found.from; line < found.end; line++) roles[line] = 'quoted';
      if (found.embedded !== undefined) return { roles, embeddedAt: found.embedded };
      index = found.end;
    } else index++;
  }
  const mark = roles.findIndex((role, line) => role === 'quoted' && isForward(lines, line));
  return { roles, embeddedAt: mark < 0 ? -1 : skipEmpty(lines, mark + 1) };
}

interface Quote {
  from: number;
  end: number;
  /** First line of a whole message that follows, with its headers. */
  embedded?: number;
}

function quoteAt(lines: readonly string[], index: number): Quote | undefined {
  const line = at(lines, index);
  if (line.trim() === '') return undefined;
  if (isQuoted(line)) return { from: index, end: endOfQuoted(lines, index) };
  if (isMark(line)) return { from: index, end: lines.length, embedded: nextText(lines, index + 1) };
  if (beginsHeaders(lines, index)) return { from: ruleAbove(lines, index), end: lines.length, embedded: index };
  return attributionAt(lines, index);
}

function at(lines: readonly string[], index: number): string {
  return (lines[index] ?? '').slice(0, mostLineChars);
}

/** `>From` at the beginning of a line is a word that was escaped on its way, no quotation. */
export function isQuoted(line: string): boolean {
  return /^[ \t]{0,4}>(?!From )/.test(line) || /^[ \t]{0,4}\| /.test(line);
}

function isMark(line: string): boolean {
  return originalMessage.test(line) || forwardedMessage.test(line) || replyAbove.test(line);
}

function isForward(lines: readonly string[], index: number): boolean {
  const line = at(lines, index).replace(/^[\s>]+/, '');
  return forwardedMessage.test(line) || originalMessage.test(line);
}

function skipEmpty(lines: readonly string[], index: number): number {
  let next = index;
  while (next < lines.length && /^[\s>]*$/.test(at(lines, next))) next++;
  return next;
}

function endOfQuoted(lines: readonly string[], start: number): number {
  let end = start + 1;
  for (let index = start + 1; index < lines.length; index++) {
    const line = at(lines, index);
    if (isQuoted(line)) end = index + 1;
    else if (line.trim() !== '' && !isWrapped(lines, index)) break;
  }
  return end;
}

/** A word of a quoted line that was broken again on its way, alone between two quoted lines. */
function isWrapped(lines: readonly string[], index: number): boolean {
  return (
    isQuoted(at(lines, index - 1)) &&
    isQuoted(at(lines, index + 1)) &&
    at(lines, index - 1).length > 60 &&
    at(lines, index).length < 40
  );
}

function attributionAt(lines: readonly string[], index: number): Quote | undefined {
  for (let end = index; end < Math.min(index + mostAttributionLines, lines.length); end++) {
    const line = at(lines, end).trim();
    if (line === '' || (end > index && isQuoted(line))) return undefined;
    const next = nextText(lines, end + 1);
    const followed = isQuoted(at(lines, next));
    if (!lastSigns.test(line)) continue;
    const from = attributionStart(lines, { index, end }, followed);
    if (from !== undefined)
      return { from, end: followed ? next : lines.length, ...(followed ? {} : { embedded: next }) };
  }
  return undefined;
}

const lastSigns = /[:：>)\]]$/;

/** The line that introduces a quotation often stands right below the text: it begins where its date does. */
function attributionStart(
  lines: readonly string[],
  { index, end }: { index: number; end: number },
  followed: boolean,
): number | undefined {
  let shortest: number | undefined;
  for (let from = end; from >= index; from--) {
    const text = lines.slice(from, end + 1).map((line) => line.slice(0, mostLineChars).trim()).join(' '); // prettier-ignore
    if (!isAttribution(text, followed)) continue;
    if (attributionOpener.test(text) && /[\d@]/.test(at(lines, from).slice(0, 80))) return from;
    shortest ??= from;
  }
  return shortest;
}

function isAttribution(text: string, followed: boolean): boolean {
  if (text.length > 500) return false;
  const cues = { address: anAddress.test(text), dated: aDate.test(text), followed };
  const both = cues.address && cues.dated;
  if (!/[:：]\s*$/.test(text)) return both && followed && dateThenAddress.test(text);
  const verb = wroteVerb.exec(text);
  if (verb) return text.length - verb.index <= mostBehindVerb && judgeVerb(text, cues);
  return both && (followed || timeThenAddress.test(text));
}

/** A name and an address at most stand between "schrieb" and the colon. */
const mostBehindVerb = 160;
const anAddress = /<?[^\s<>]+@[^\s<>]+>?/;
const aDate = /\d{1,2}[:.hH]\d{2}|\b(?:19|20)\d\d\b|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d\s?[年月日]/;
/** `2012/4/2 Name <name@host>`, without a verb. */
const dateThenAddress = /^\W*(?:\d|On\s|Am\s|Le\s|El\s).*[>)\]]\s*$/;
/** `26.06.2014, 14:41, "Name" <name@host>:` in whatever language. */
const timeThenAddress = /(?:\d{1,2}:\d{2}|^\W*(?:19|20)\d\d[-/.]\d).*<[^<>\s]+@[^<>\s]+>\s*[:：]$/;
const addressBeforeColon = /<[^<>]*@|@[^\s<>]+>?\s*(?:\)|"|')?\s*\S{0,20}\s?[:：]/;

interface Cues {
  address: boolean;
  dated: boolean;
  /** A line that is marked as quoted comes next. */
  followed: boolean;
}

function judgeVerb(text: string, { address, dated, followed }: Cues): boolean {
  if (followed) return address || dated || text.length < 80;
  return (address && addressBeforeColon.test(text)) || (dated && attributionOpener.test(text));
}

const labelForms = Object.entries(headerLabels).map(([kind, label]) => ({
  kind,
  form: new RegExp(`^[\\s>*_|]*(?:${label})[*_]*\\s?[:：][*_]*(?:\\s|$|<|\\S+@|[^\\s/])`, 'iu'),
}));

function labelOf(line: string): string | undefined {
  if (!/[:：]/.test(line)) return undefined;
  return labelForms.find(({ form }) => form.test(line))?.kind;
}

/** From, date, recipient, subject of an answered message, in any order, each perhaps over several lines. */
function beginsHeaders(lines: readonly string[], index: number): boolean {
  const first = labelOf(at(lines, index));
  if (!first || first === 'cc') return false;
  const kinds = headersFrom(lines, index);
  if (kinds.size >= 3) return kinds.has('from');
  return first === 'from' && (kinds.has('date') || (kinds.has('subject') && kinds.has('to')));
}

function headersFrom(lines: readonly string[], index: number): Set<string> {
  const kinds = new Set<string>();
  let plain = 0;
  for (let next = index; next < Math.min(index + mostHeaderLines, lines.length) && plain < 3; next++) {
    const line = at(lines, next);
    if (isQuoted(line)) break;
    const kind = labelOf(line);
    if (kind) kinds.add(kind);
    plain = kind ? 0 : plain + 1;
  }
  return kinds;
}

/** Underscores or dashes that mail programs draw above the headers. */
function ruleAbove(lines: readonly string[], index: number): number {
  let above = index - 1;
  while (above >= 0 && at(lines, above).trim() === '') above--;
  return above >= 0 && /^[\s>*]*[-_=*]{3,}[\s*]*$/.test(at(lines, above)) ? above : index;
}

function nextText(lines: readonly string[], index: number): number {
  let next = index;
  while (next < lines.length && at(lines, next).trim() === '') next++;
  return next;
}
