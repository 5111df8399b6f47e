/**
 * Makes a text safe to open in a spreadsheet (OWASP, CSV injection): a value that a spreadsheet would take for a formula
 * gets an apostrophe in front. Plain numbers with a sign are no formulas and stay numbers.
 */
export function neutralizeCell(text: string): string {
  return isFormula(text) ? `'${text}` : text;
}

/** Takes the apostrophe of `neutralizeCell` off again, and no other. */
export function restoreCell(text: string): string {
  return text.startsWith("'") && isFormula(text.slice(1)) ? text.slice(1) : text;
}

/**
 * Also behind blanks and in full width, which spreadsheets strip or convert, and behind apostrophes, so that taking one
 * off gives back exactly what was there.
 */
function isFormula(text: string): boolean {
  return /^'*[\s\0\uFEFF]*[=+\-@\t\r＝＋－＠]/.test(text) && !/^[+-]?\d+([.,]\d+)*%?$/.test(text);
}
