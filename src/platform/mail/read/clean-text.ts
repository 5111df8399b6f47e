/** Text as PostgreSQL and JSON can hold it: no NUL, no lone surrogates, \n as the only line end. */
export function cleanText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const held = lines.includes('\u0000') ? lines.replaceAll('\u0000', '') : lines;
  return /[\ud800-\udfff]/.test(held) ? held.replace(/\p{Surrogate}/gu, '\uFFFD') : held;
}
