import { currencyDigits } from './format';

export type ParsedMoney =
  | { ok: true; amountMinor: number }
  | { ok: false; reason: 'empty' | 'not_a_number' | 'too_precise' | 'too_large' | 'negative' };

/**
 * Reads an amount as people type it into minor units: `1.234,50` in German and `1,234.50` in English are 123450
 * of EUR. A separator that could only be meant one way is taken that way (`12.50` is twelve and a half
 * everywhere); one that is open is read by the locale (`1.234` is 1234 in German, too precise for EUR in
 * English). More decimals than the currency has are refused, never rounded. `currency` is ISO 4217.
 */
export function parseMoney(text: string, currency: string, locale: string): ParsedMoney {
  const plain = plainDigits(text, currency, locale);
  if (plain === '') return { ok: false, reason: 'empty' };
  if (/^[-\u2212(]/.test(plain)) return { ok: false, reason: 'negative' };
  const parts = splitAmount(plain, separatorsOf(locale));
  if (!parts) return { ok: false, reason: 'not_a_number' };
  const digits = currencyDigits(currency);
  const fraction = parts.fraction.replace(/0+$/, '');
  if (fraction.length > digits) return { ok: false, reason: 'too_precise' };
  const minor = BigInt(parts.whole + fraction.padEnd(digits, '0'));
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) return { ok: false, reason: 'too_large' };
  return { ok: true, amountMinor: Number(minor) };
}

interface Separators {
  decimal: string;
  group: string;
}

/** Digits of any script become 0 to 9; spaces, the currency's code and symbols fall away. */
function plainDigits(text: string, currency: string, locale: string): string {
  const own = [...new Intl.NumberFormat(locale, { useGrouping: false }).format(9_876_543_210)].reverse();
  return [...text]
    .map((char) => (own.includes(char) ? String(own.indexOf(char)) : char))
    .join('')
    .replace(/[\s\p{Cf}'’_]/gu, '')
    .replace(new RegExp(currency, 'i'), '')
    .replace(/\p{Sc}/gu, '');
}

function separatorsOf(locale: string): Separators {
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.5);
  const find = (type: string) => parts.find((part) => part.type === type)?.value;
  return { decimal: find('decimal') ?? '.', group: find('group') ?? ',' };
}

/** The digits before and after the decimal separator, or null when the text is no number. */
function splitAmount(text: string, locale: Separators): { whole: string; fraction: string } | null {
  if (!/^\d*([.,٫٬]\d*)*$/.test(text) || !/\d/.test(text)) return null;
  const decimal = decimalOf(text, locale);
  const at = decimal ? text.lastIndexOf(decimal) : text.length;
  const whole = text.slice(0, at);
  const grouped = /^\d*$/.test(whole) || /^\d{1,3}([.,٬]\d{2,3})*[.,٬]\d{3}$/.test(whole);
  const sameGroups = new Set(whole.replace(/\d/g, '')).size <= 1;
  if (!grouped || !sameGroups || (decimal && whole.includes(decimal))) return null;
  return { whole: whole.replace(/\D/g, ''), fraction: text.slice(at + 1) };
}

/** Which separator, if any, begins the decimals. */
function decimalOf(text: string, locale: Separators): string | null {
  const used = [...text].filter((char) => /\D/.test(char));
  const last = used.at(-1);
  if (last === undefined) return null;
  if (used.some((char) => char !== last)) return last;
  if (used.length > 1) return null;
  if (last === locale.decimal) return last;
  return /^\d{1,3}\D\d{3}$/.test(text) && last === locale.group ? null : last;
}
