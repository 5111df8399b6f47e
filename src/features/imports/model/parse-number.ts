export type DecimalMark = '.' | ',';

export interface ParsedNumber {
  value: number;
  /** A percent sign stood behind it; `value` is the number before the sign. */
  percent: boolean;
}

/**
 * What one written number says of its decimal mark: the mark, `ambiguous` for `1,234` and `1.234`, `none` where no
 * mark stands, undefined for what is no number.
 */
export type DecimalEvidence = DecimalMark | 'ambiguous' | 'none' | undefined;

/**
 * Reads numbers as lists write them: `1.2M`, `12,5k`, `1.234.567`, `29.0b`, `1 234`, `1'234`, `3,5 Mio.`, `12 mil`,
 * `1.2万`, `1.39%`, `(12)`, `10k+`. A number that shows its decimal mark is read by it; `decimal` decides only `1,234`.
 * Undefined for what is no number. Spanish and Portuguese `mil` is a thousand.
 */
export function parseNumber(text: string, decimal: DecimalMark): ParsedNumber | undefined {
  const parts = partsOf(text);
  const evidence = parts && evidenceOf(parts.digits);
  if (!evidence) return undefined;
  const mark = evidence === '.' || evidence === ',' ? evidence : decimal;
  const group = mark === '.' ? ',' : '.';
  const plain = parts.digits.replaceAll(group, '').replace(mark, '.');
  const value = Number(plain) * parts.factor * (parts.negative ? -1 : 1);
  if (!Number.isFinite(value)) return undefined;
  // 4.4 × 1,000,000 is 4400000.0000000005 in binary: a multiple of a thousandth is what was meant.
  const rounded = parts.factor > 1 ? Math.round(value * 1000) / 1000 : value;
  return { value: rounded === 0 ? 0 : rounded, percent: parts.percent };
}

/** What this value tells about the decimal mark of its column. */
export function decimalEvidence(text: string): DecimalEvidence {
  const parts = partsOf(text);
  const evidence = parts && evidenceOf(parts.digits);
  // `1,234k` is rare and read by the column; it is no reason to ask.
  return evidence === 'ambiguous' && parts && parts.factor > 1 ? 'none' : evidence;
}

interface NumberParts {
  digits: string;
  factor: number;
  percent: boolean;
  negative: boolean;
}

const written =
  /^[~≈<>]?\s?(?<sign>[-−–+(]?)\s?(?<body>\d[\d.,'’ ]*|[.,]\d+)(?<exponent>(?:e[+-]?\d+)?)\s?(?<unit>[^\d\s%)+-]*)\s?(?<percent>%?)(?<tail>[)+-]?)$/;

type Group = 'sign' | 'body' | 'exponent' | 'unit' | 'percent' | 'tail';

function partsOf(text: string): NumberParts | undefined {
  if (text.length > 40) return undefined;
  const groups = written.exec(text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase())?.groups;
  if (!groups) return undefined;
  // Every group takes part in every match, if only with an empty text.
  const { sign, body, exponent, unit, percent, tail } = groups as Record<Group, string>;
  const factor = Number(`1${exponent}`) * (multipliers.get(unit.replace(/\.$/, '')) ?? Number.NaN);
  const digits = withoutBlanks(body.trim());
  const balanced = (sign === '(') === (tail === ')');
  if (!digits || !balanced || Number.isNaN(factor)) return undefined;
  return { digits, factor, percent: percent !== '', negative: `${sign}${tail}`.search(/[-−–(]/) !== -1 };
}

/** Blanks and apostrophes group thousands, and nothing else. */
function withoutBlanks(body: string): string | undefined {
  if (!/[ '’]/.test(body)) return body;
  return /^\d{1,3}([ '’]\d{3})+([.,]\d+)?$/.test(body) ? body.replace(/[ '’]/g, '') : undefined;
}

function evidenceOf(digits: string): DecimalEvidence {
  if (/^\d+$/.test(digits)) return 'none';
  if (/^([1-9]\d{0,2})[.,]\d{3}$/.test(digits)) return 'ambiguous';
  const grouped = (group: string) => `(\\d+|\\d{1,3}(\\${group}\\d{2,3})*\\${group}\\d{3})`;
  if (new RegExp(`^${grouped(',')}?(\\.\\d+)?$`).test(digits)) return '.';
  return new RegExp(`^${grouped('.')}?(,\\d+)?$`).test(digits) ? ',' : undefined;
}

const multipliers = new Map<string, number>([
  ['', 1],
  ...entries(1e3, 'k tsd tausend mil mille mila thousand thsd tys тыс 千'),
  ...entries(1e4, '万 萬 만 w'),
  ...entries(1e5, 'lakh lakhs lac'),
  ...entries(
    1e6,
    'm mm mi mio mln million millions millionen millones millon milhoes milhões milioni milione млн 百万',
  ),
  ...entries(1e7, 'crore crores cr'),
  ...entries(1e8, '億 亿 억'),
  ...entries(
    1e9,
    'b bn bi g mrd mld md mds billion billions milliarden milliards milliard miliardi miliardo млрд 十億',
  ),
]);

function entries(factor: number, names: string): [string, number][] {
  return names.split(' ').map((name) => [name, factor]);
}
