const longest = 300;

/** The beginning of a text, for a line in a list; never half a character. */
export function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line.slice(0, (longest + 1) * 2)];
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : line;
}
