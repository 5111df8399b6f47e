import type { LineRole } from './find-quotes';
import { deviceWords, sentFrom } from './quotes.data';

/** A signature is short; what follows a row of dashes for longer is text. */
const mostLines = 16;
/** Below `-- ` (RFC 3676) stands nothing but the signature, however long. */
const mostStandardLines = 60;

/** Marks the signature at the end of each run of visible lines. */
export function markSignatures(lines: readonly string[], roles: LineRole[]): void {
  let end = lines.length;
  while (end > 0) {
    if (roles[end - 1] !== 'visible') {
      end--;
      continue;
    }
    let start = end;
    while (start > 0 && roles[start - 1] === 'visible') start--;
    const signatureAt = findSignature(lines, start, end);
    for (let line = signatureAt; line < end; line++) roles[line] = 'signature';
    end = start;
  }
}

/** Where the signature of lines `start` to `end` begins; `end` when there is none. */
function findSignature(lines: readonly string[], start: number, end: number): number {
  let from = end;
  for (const find of [standardMark, footerRule, lastRules, device, dashedName]) {
    const found = find(lines, start, trimEnd(lines, start, from));
    if (found !== undefined) from = found;
  }
  return from;
}

type Finder = (lines: readonly string[], start: number, end: number) => number | undefined;

const standardMark: Finder = (lines, start, end) => {
  for (let index = Math.max(start, end - mostStandardLines); index < end; index++) {
    if (/^-- $/.test(text(lines, index))) return index;
  }
  return undefined;
};

const footerRule: Finder = (lines, start, end) => {
  for (let index = Math.max(start, end - mostLines); index < end; index++) {
    if (/^\s*(?:--|—|–|_{3,})\s*$/.test(text(lines, index))) return index;
  }
  return undefined;
};

/** Rows of signs that part the text from nothing, and marks that extensions leave. */
const lastRules: Finder = (lines, start, end) => {
  let from = end;
  while (from > start && /^\s*(?:[-_=+#~*—–]{2,}|ᐧ|\u2063|\u200b)?\s*$/u.test(text(lines, from - 1))) from--;
  const found = lines.slice(from, end).findIndex((line) => line.trim() !== '');
  return found < 0 ? undefined : from + found;
};

const device: Finder = (lines, start, end) => {
  for (let index = end - 1; index >= Math.max(start, end - 3); index--) {
    const line = text(lines, index);
    if (line.length < 120 && sentFrom.test(line) && isDevice(line) && standsApart(lines, start, index)) return index;
  }
  return undefined;
};

function isDevice(line: string): boolean {
  return deviceWords.test(line) && !/,\s/.test(line);
}

function standsApart(lines: readonly string[], start: number, index: number): boolean {
  return index === start || text(lines, index - 1).trim() === '' || text(lines, index - 1).length < 40;
}

/** `-Name` or `- First Last` as the last line. */
const dashedName: Finder = (lines, start, end) => {
  const index = end - 1;
  const named = /^-{1,2} ?\p{Lu}[\p{L}'.]*(?: \p{L}[\p{L}'.]*){0,2}$/u.test(text(lines, index).trim());
  return named && index > start && text(lines, index - 1).trim() === '' ? index : undefined;
};

function text(lines: readonly string[], index: number): string {
  return (lines[index] ?? '').slice(0, 300);
}

function trimEnd(lines: readonly string[], start: number, end: number): number {
  let last = end;
  while (last > start && text(lines, last - 1).trim() === '') last--;
  return last;
}
