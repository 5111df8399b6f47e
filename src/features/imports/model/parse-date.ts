import { foldText } from '@/shared/identity/fold-name';
import { monthNames } from './month-names';

export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/**
 * Reads a calendar day in any usual form and gives it as `YYYY-MM-DD`: ISO with or without a time (the time and its
 * zone are dropped: the day is the one written), `31.12.2022`, `12/31/22`, `2022/12/31`, `31 décembre 2022`,
 * `Dec 31, 2022`, `June 2022` (its first day), an Excel serial day. `order` decides where two readings are possible.
 * Undefined for what is no day, also for one that no calendar has, such as 31 February.
 */
export function parseDate(text: string, order: DateOrder): string | undefined {
  const readings = readingsOf(text);
  return (readings.find((reading) => reading.order === order) ?? readings[0])?.day;
}

/** The orders in which a text can be read as a day; empty for what is none. One reading of any order: `['any']`. */
export function dateOrdersOf(text: string): (DateOrder | 'any')[] {
  return [...new Set(readingsOf(text).map((reading) => reading.order))];
}

interface Reading {
  order: DateOrder | 'any';
  day: string;
}

function readingsOf(text: string): Reading[] {
  const plain = text.normalize('NFKC').trim();
  if (plain.length < 5 || plain.length > 60 || !/\d/.test(plain)) return [];
  if (/^[2-7]\d{4}(\.0+)?$/.test(plain)) return [{ order: 'any', day: dayOfSerial(Number(plain)) }];
  const day = plain.replace(/[T\s,]+\d{1,2}:\d{2}.*$/i, '').replace(/T\d{2}.*$/, '');
  return /\p{L}/u.test(day) ? named(day) : numeric(day);
}

/** Excel counts days from 1899-12-30, its leap-year mistake included. */
function dayOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}

function numeric(text: string): Reading[] {
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
  const separated = /^(\d{1,2}|\d{4})\s?[-/.\s]\s?(\d{1,2})\s?[-/.\s]\s?(\d{1,2}|\d{4})\.?$/;
  const [, a, b, c] = compact.exec(text) ?? separated.exec(text) ?? [];
  if (!a || !b || !c) return [];
  if (a.length === 4) return c.length === 4 ? [] : readings('any', [a, b, c]);
  return unlessEqual(ofShortStart([a, b, c]));
}

function ofShortStart([a = '', b = '', c = '']: string[]): Reading[] {
  const found = [...readings('dmy', [c, b, a]), ...readings('mdy', [c, a, b])];
  // Years are written with two digits first only where nothing else fits, as in 98-05-31.
  return found.length > 0 || c.length === 4 ? found : readings('ymd', [a, b, c]);
}

/** 5.5.2022 is one day in any order. */
function unlessEqual(all: Reading[]): Reading[] {
  const [first] = all;
  return first && all.length > 1 && all.every((reading) => reading.day === first.day)
    ? [{ ...first, order: 'any' }]
    : all;
}

function readings(order: Reading['order'], [year = '', month = '', day = '']: string[]): Reading[] {
  const iso = toIso(fullYear(year), Number(month), Number(day));
  return iso ? [{ order, day: iso }] : [];
}

function named(text: string): Reading[] {
  const words = foldText(text.replace(/(\d)(st|nd|rd|th|er|º|ª)\b/gi, '$1')).split(' ');
  const month = words.map((word) => monthNames.get(word)).find((value) => value !== undefined);
  if (month === undefined) return [];
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const year = numbers.find((number) => number.length === 4) ?? (numbers.length === 2 ? numbers[1] : undefined);
  const day = numbers.length === 1 ? '1' : numbers.find((number) => number !== year);
  if (year === undefined || day === undefined || numbers.length > 2) return [];
  return readings('any', [year, String(month), day]);
}

/** Two digits: up to 49 is this century. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year + (year < 50 ? 2000 : 1900);
}

function toIso(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}
