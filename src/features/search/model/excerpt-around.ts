const longest = 160;
const before = 40;

/** A line of a text around the first of the words that stands in it; case and diacritics do not matter. */
export function excerptAround(text: string, words: string): string {
  const line = [...text.slice(0, 20_000).replace(/\s+/g, ' ').trim()];
  if (line.length <= longest) return line.join('');
  const folded = line.map(foldCharacter);
  const places = words
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => placeOf(folded, [...word].map(foldCharacter).join('')))
    .filter((place) => place >= 0);
  const start = Math.max(0, Math.min(...places, line.length) - before);
  const from = places.length === 0 || start === 0 ? 0 : Math.min(start, line.length - longest);
  const piece = line.slice(from, from + longest).join('');
  return `${from > 0 ? '…' : ''}${piece}${from + longest < line.length ? '…' : ''}`;
}

/** One character for one, so that a place in the folded text is a place in the text. */
function foldCharacter(character: string): string {
  return [...character.normalize('NFKD')][0]?.toLowerCase() ?? character;
}

/** Counted in characters, as `folded` is. */
function placeOf(folded: string[], word: string): number {
  const place = folded.join('').indexOf(word);
  return place < 0 ? place : [...folded.join('').slice(0, place)].length;
}
