/**
 * JSON that PostgreSQL takes whatever the texts are: zero bytes are left out and halves of surrogate pairs, which a
 * shortened text may end with, become the replacement character.
 */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!strange.test(json)) return json;
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? storable(part) : part));
}

const strange = /\\u0000|\\ud[89a-f]/i;

/** The text without what PostgreSQL cannot store. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Cs}/gu, '\uFFFD');
}
