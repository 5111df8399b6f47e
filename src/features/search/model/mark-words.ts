import { foldText } from '@/shared/identity/fold-name';

/** A line in pieces; those that match are what was looked for. */
type MarkedLine = { text: string; match: boolean }[];

/** A word that is looked for, folded; `open`: it may go on. */
export interface SoughtWord {
  text: string;
  open: boolean;
}

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** Where in a text the first of the words stands, in UTF-16 units; -1: nowhere. */
export function placeOfWords(text: string, sought: readonly SoughtWord[]): number {
  for (const found of text.matchAll(word)) if (isSought(found[0], sought)) return found.index;
  return -1;
}

/** A line in pieces, those apart that are looked for. Together they are the line. */
export function markWords(line: string, sought: readonly SoughtWord[]): MarkedLine {
  const pieces: MarkedLine = [];
  let end = 0;
  for (const found of line.matchAll(word)) {
    if (!isSought(found[0], sought)) continue;
    if (found.index > end) pieces.push({ text: line.slice(end, found.index), match: false });
    pieces.push({ text: found[0], match: true });
    end = found.index + found[0].length;
  }
  if (end < line.length) pieces.push({ text: line.slice(end), match: false });
  return pieces;
}

function isSought(found: string, sought: readonly SoughtWord[]): boolean {
  const folded = foldText(found);
  return sought.some(({ text, open }) => (open ? folded.startsWith(text) : folded === text));
}
