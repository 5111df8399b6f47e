import { foldText } from '@/shared/identity/fold-name';

/** A word like one that was asked for, and in how many of the newest messages it stands. */
export interface KnownWord {
  asked: string;
  word: string;
  messages: number;
}

/** What was typed with its words corrected; null when there is nothing to correct. Operators stay as they are. */
export function correctWords(asked: string, correct: (folded: string) => string | null): string | null {
  const corrected = asked.replace(
    /(?<![\p{L}\p{N}:])[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?!:)/gu,
    (word) => correct(foldText(word)) ?? word,
  );
  return corrected === asked ? null : corrected;
}

/** The word that was most likely meant: one or two slips away, the least and then the most usual; null: none, or itself. */
export function closestWord(asked: string, all: readonly KnownWord[]): string | null {
  const known = all.filter((word) => word.asked === asked);
  if (known.some(({ word }) => word === asked)) return null;
  const most = asked.length < 5 ? 1 : 2;
  const [best] = known
    .map(({ word, messages }) => ({ word, messages, slips: slipsBetween(asked, word) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips || b.messages - a.messages || (a.word < b.word ? -1 : 1));
  return best?.word ?? null;
}

/** Letters left out, put in, mistaken or swapped with the next (optimal string alignment). */
function slipsBetween(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (same ? 0 : 1),
        swapped ? at(row - 2, column - 2) + 1 : Infinity,
      );
    }
  }
  return at(a.length, b.length);
}
