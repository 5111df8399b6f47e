/**
 * Whether a cell says nothing: `blank`, or a `placeholder` that programs and people write where a value is missing
 * (`N/A`, `-`, `Unknown`, the errors of spreadsheets in several languages).
 */
export function emptyValue(text: string): 'blank' | 'placeholder' | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return 'blank';
  if (trimmed.length > 20) return undefined;
  return placeholders.has(trimmed.toLowerCase()) || spreadsheetError.test(trimmed) ? 'placeholder' : undefined;
}

/** `#VALOR!`, `#NAME?`, `#NOMBRE?`, `#DIV/0!`, `#N/A`, `#WERT!` … */
const spreadsheetError = /^#([\p{Lu}]+[\p{Lu}\d/_]*[!?]|N\/[AVD]|NV)$/u;

const placeholders = new Set(
  `- -- --- – — . .. ... … ? ?? ??? / \\ n/a n.a. n/a. na n\\a nan nan% null nil none (none) (null) (blank) undefined unknown not-available
  unbekannt k.a. k.a k/a keine n.v. inconnu inconnue s/o nd n.d. n.d n/d desconocido desconhecido sconosciuto nenhum ninguno
  aucun nessuno tbd tba 不明 无 無 없음`
    .split(/\s+/)
    .concat('not available', 'no data', 'keine angabe', 'sin datos', 'non disponible', 'sem dados', 'not found'),
);
