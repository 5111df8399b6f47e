/** Text as PostgreSQL and JSON can hold it: no NUL, no lone surrogates, \n as the only line end. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u0000', '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}
