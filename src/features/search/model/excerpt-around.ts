import { placeOfWords, type SoughtWord } from '@/features/search/model/mark-words';

const longest = 160;
const before = 40;
/** Enough around a place to cut a line from, in UTF-16 units: a character has one or two. */
const around = 2 * longest + 2;

/** A line of a text around the first of the words that stands in it, whole or else as a part of another word. */
export function excerptAround(text: string, sought: readonly SoughtWord[]): string {
  const line = text.slice(0, 200_000).replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const place = Math.max(0, findPlace(line, sought));
  const [from, until] = [Math.max(0, place - around), Math.min(line.length, place + around)];
  const characters = [...line.slice(from, until).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')];
  if (from === 0 && until === line.length && characters.length <= longest) return line;
  const start = [...line.slice(from, place)].length - before;
  const first = Math.max(0, until === line.length ? Math.min(start, characters.length - longest) : start);
  const end = first + longest;
  const piece = characters.slice(first, end).join('');
  return `${from + first > 0 ? '…' : ''}${piece}${end < characters.length || until < line.length ? '…' : ''}`;
}

function findPlace(line: string, sought: readonly SoughtWord[]): number {
  const place = placeOfWords(line, sought);
  if (place >= 0) return place;
  const characters = [...line.slice(0, 20_000)];
  const folded = characters.map(foldCharacter);
  const text = folded.join('');
  const fragments = sought.map((word) => text.indexOf(word.text)).filter((found) => found >= 0);
  if (fragments.length === 0) return -1;
  const position = [...text.slice(0, Math.min(...fragments))].length;
  return characters.slice(0, position).join('').length;
}

/** One character for one, so that a place in the folded text is a place in the text. */
function foldCharacter(character: string): string {
  return [...character.normalize('NFKD')][0]?.toLowerCase() ?? character;
}
