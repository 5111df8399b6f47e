import { PLATFORMS, type Platform } from '@/shared/identity/platforms';
import type { AnalyzedColumn } from './guess-columns';
import { DATE_ORDERS, type DateOrder } from './parse-date';
import type { DecimalMark } from './parse-number';
import { targetRules } from './target-fields';

export interface Ambiguity {
  setting: 'dateOrder' | 'decimal' | 'platform';
  /** Keys of the columns it is about. */
  columns: string[];
  choices: string[];
  /** Cells that can be read in more than one way. */
  examples: string[];
  /** False: `assumed` is taken unless a person says otherwise. */
  required: boolean;
  assumed?: string;
}

/** What the file leaves open: questions whose answers are settings of the import. */
export function findAmbiguities(columns: AnalyzedColumn[], platform: Platform | undefined): Ambiguity[] {
  const read = columns.filter((column) => column.guess.target !== 'ignore');
  return [...dateQuestion(read), ...decimalQuestion(read), ...platformQuestion(read, platform)];
}

/** Columns of dates in both orders at once are asked too: one of the readings is a mistake. */
function dateQuestion(columns: AnalyzedColumn[]): Ambiguity[] {
  const open = columns.filter((column) => holdsDates(column) && column.profile.dateOrder === 'ambiguous');
  if (open.length === 0 || dateOrderOfFile(columns)) return [];
  const examples = open.flatMap((column) => column.profile.ambiguousDates).slice(0, 5);
  return [{ setting: 'dateOrder', columns: keysOf(open), choices: ['dmy', 'mdy'], examples, required: true }];
}

function decimalQuestion(columns: AnalyzedColumn[]): Ambiguity[] {
  const open = columns.filter(
    (column) =>
      holdsNumbers(column) && ['ambiguous', 'mixed'].includes(column.profile.decimal) && hasOpenNumbers(column),
  );
  if (open.length === 0 || decimalOfFile(columns)) return [];
  const examples = open.flatMap((column) => column.profile.ambiguousNumbers).slice(0, 5);
  return [{ setting: 'decimal', columns: keysOf(open), choices: ['.', ','], examples, required: true }];
}

function platformQuestion(columns: AnalyzedColumn[], platform: Platform | undefined): Ambiguity[] {
  const handle = columns.find((column) => column.guess.target === 'handle');
  const named = columns.some((column) => column.guess.target === 'platform');
  if (!handle || named || platform) return [];
  const { samples } = handle.profile;
  return [
    {
      setting: 'platform',
      columns: [handle.key],
      choices: [...PLATFORMS],
      examples: samples,
      required: false,
      assumed: 'instagram',
    },
  ];
}

/** The order the other columns of dates prove; undefined where they prove none, or two. */
export function dateOrderOfFile(columns: AnalyzedColumn[]): DateOrder | undefined {
  const found = new Set(columns.filter(holdsDates).map((column) => column.profile.dateOrder));
  const proven = DATE_ORDERS.filter((order) => found.has(order));
  return proven.length === 1 ? proven[0] : undefined;
}

/** The decimal mark the other columns of numbers prove; undefined where they prove none, or both. */
export function decimalOfFile(columns: AnalyzedColumn[]): DecimalMark | undefined {
  const found = new Set(columns.filter(holdsNumbers).map((column) => column.profile.decimal));
  if (found.has('mixed') || found.has('.') === found.has(',')) return undefined;
  return found.has('.') ? '.' : ',';
}

export function holdsDates({ guess }: AnalyzedColumn): boolean {
  return targetRules(guess.target).kind === 'date' || (isCustom(guess.target) && guess.customType === 'date');
}

export function holdsNumbers({ guess }: AnalyzedColumn): boolean {
  const { kind } = targetRules(guess.target);
  return (
    kind === 'number' ||
    kind === 'ratio' ||
    kind === 'money' ||
    (isCustom(guess.target) && guess.customType === 'number')
  );
}

function hasOpenNumbers(column: AnalyzedColumn): boolean {
  return column.profile.ambiguousNumbers.length > 0;
}

function isCustom(target: string): boolean {
  return target.startsWith('custom:');
}

function keysOf(columns: AnalyzedColumn[]): string[] {
  return columns.map((column) => column.key);
}
