import { parseNumber, type DecimalMark } from './parse-number';

export interface Money {
  amountMinor: number;
  /** ISO 4217. */
  currency: string;
}

export type MoneyResult = { ok: true; money: Money } | { ok: false; reason: 'not_money' | 'currency_missing' };

export interface MoneyFormat {
  decimal: DecimalMark;
  /** For amounts without one. */
  currency?: string;
}

/** Reads `€1.250,00`, `USD 500`, `1,2k $`, `CHF 1'500.-` into minor units of its currency. */
export function parseMoney(text: string, format: MoneyFormat): MoneyResult {
  const plain = text.normalize('NFKC').trim();
  const written = currencyIn(plain);
  const amount = plain
    .replace(written?.text ?? '', ' ')
    .replace(/[.,][-–—]+/, '')
    .trim();
  const number = parseNumber(amount, format.decimal);
  if (!number || number.percent) return { ok: false, reason: 'not_money' };
  const currency = written?.currency ?? format.currency;
  if (!currency) return { ok: false, reason: 'currency_missing' };
  return { ok: true, money: { amountMinor: Math.round(number.value * 10 ** minorDigits(currency)), currency } };
}

const symbols: Record<string, string> = {
  'US$': 'USD', 'A$': 'AUD', 'C$': 'CAD', 'R$': 'BRL', 'NZ$': 'NZD', 'HK$': 'HKD', 'S$': 'SGD', 'MX$': 'MXN',
  'zł': 'PLN', 'Kč': 'CZK', 'Fr.': 'CHF', 'Rp': 'IDR', 'kr': 'SEK', 'руб': 'RUB', 'Euro': 'EUR', 'euros': 'EUR',
  $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR', '₺': 'TRY', '₩': 'KRW', '₽': 'RUB', '₦': 'NGN', '฿': 'THB',
  '₫': 'VND', '₱': 'PHP', '₴': 'UAH', '₪': 'ILS',
}; // prettier-ignore

function currencyIn(text: string): { text: string; currency: string } | undefined {
  const code = /(?<![A-Za-z])([A-Z]{3})(?![A-Za-z])/.exec(text)?.[1];
  if (code && knownCurrencies().has(code)) return { text: code, currency: code };
  const symbol = Object.keys(symbols).find((candidate) => text.includes(candidate));
  return symbol ? { text: symbol, currency: symbols[symbol] ?? '' } : undefined;
}

let currencies: Set<string> | undefined;

function knownCurrencies(): Set<string> {
  currencies ??= new Set(Intl.supportedValuesOf('currency'));
  return currencies;
}

function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
