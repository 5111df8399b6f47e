import { AppError } from '@/shared/errors';
import type { Platform } from '@/shared/identity/platforms';
import type { FileAnalysis } from './analyze-file';
import { dateOrderOfFile, decimalOfFile, findAmbiguities, type Ambiguity } from './find-ambiguities';
import type { CustomType } from './custom-types';
import type { AnalyzedColumn } from './guess-columns';
import type { ImportMapping, ImportSettings } from './import-settings';
import type { DateOrder } from './parse-date';
import type { DecimalMark } from './parse-number';
import { targetRules, type Target } from './target-fields';

export interface ColumnPlan {
  key: string;
  index: number;
  target: Target;
  customType: CustomType;
  decimal: DecimalMark;
  dateOrder: DateOrder;
  /** Rates without a percent sign are percentages nevertheless. */
  percent: boolean;
}

/** All that is needed to read a row; plain data, kept with the import. */
export interface ImportPlan {
  columns: ColumnPlan[];
  platform: Platform;
  currency?: string;
}

/**
 * Settles how each column is read: the mapping, else the guess; the settings, else what the column proves, else what
 * the other columns prove. Throws `invalid_input`: `ambiguous` with the open questions in `extra.ambiguities`,
 * `unknown_column` for a mapping of a column the file has not, `duplicate_target` for a field given to two columns.
 */
export function planImport(analysis: FileAnalysis, mapping: ImportMapping, settings: ImportSettings): ImportPlan {
  refuseUnknown(analysis.columns, { mapping, customTypes: settings.customTypes ?? {} });
  const columns = decideColumns(analysis.columns, mapping, settings);
  refuseDuplicates(columns);
  const open = findAmbiguities(columns, settings.platform ?? analysis.platform).filter(
    (question) => question.required && settings[question.setting] === undefined,
  );
  if (open.length > 0) throw ambiguous(open);
  const found = { decimal: decimalOfFile(columns), dateOrder: dateOrderOfFile(columns) };
  return {
    columns: columns.map((column) => planOf(column, settings, found)),
    platform: settings.platform ?? analysis.platform ?? 'instagram',
    currency: settings.currency,
  };
}

/** The columns with what a person decided about them in place of the guesses. */
export function decideColumns(
  columns: readonly AnalyzedColumn[],
  mapping: ImportMapping,
  { customTypes = {} }: Pick<ImportSettings, 'customTypes'>,
): AnalyzedColumn[] {
  return columns.map((column) => {
    const { target, customType } = column.guess;
    const decided = { target: mapping[column.key] ?? target, customType: customTypes[column.key] ?? customType };
    return { ...column, guess: { ...column.guess, ...decided } };
  });
}

function planOf(column: AnalyzedColumn, settings: ImportSettings, found: Inferred): ColumnPlan {
  const { key, index, guess, profile } = column;
  const proven = { decimal: decimalOfFile([column]), dateOrder: dateOrderOfFile([column]) };
  const [decimal, dateOrder] = [
    proven.decimal ?? settings.decimal ?? found.decimal ?? '.',
    proven.dateOrder ?? settings.dateOrder ?? found.dateOrder ?? 'dmy',
  ];
  const percent = profile.max > 1 || /%|percent|prozent/i.test(key);
  return { key, index, target: guess.target, customType: guess.customType, decimal, dateOrder, percent };
}

interface Inferred {
  decimal?: DecimalMark;
  dateOrder?: DateOrder;
}

function refuseUnknown(columns: AnalyzedColumn[], decisions: Record<string, object>): void {
  const keys = new Set(columns.map((column) => column.key));
  const fields = Object.entries(decisions).flatMap(([decision, byColumn]) =>
    Object.keys(byColumn)
      .filter((key) => !keys.has(key))
      .map((key) => ({ path: `${decision}.${key}`, message: 'The file has no column of this name.' })),
  );
  if (fields.length === 0) return;
  throw new AppError('invalid_input', {
    reason: 'unknown_column',
    message: 'The mapping names columns the file has not.',
    fields,
  });
}

function refuseDuplicates(columns: AnalyzedColumn[]): void {
  const first = new Map<Target, string>();
  const fields = columns.flatMap(({ key, guess: { target } }) => {
    const other = first.get(target);
    if (!other) first.set(target, key);
    const { label, multiple } = targetRules(target);
    return other && !multiple
      ? [{ path: `mapping.${key}`, message: `“${label}” already comes from the column “${other}”.` }]
      : [];
  });
  if (fields.length === 0) return;
  const message = 'Two columns go to a field that takes one. Make one of them a custom field.';
  throw new AppError('invalid_input', { reason: 'duplicate_target', message, fields });
}

function ambiguous(questions: Ambiguity[]): AppError {
  const fields = questions.map((question) => ({
    path: question.setting,
    message: `${question.examples.join(', ')} in “${question.columns.join('”, “')}” can be read in more than one way. Choose one of: ${question.choices.join(' ')}`,
  }));
  const message = 'The file can be read in more than one way. Say which is meant.';
  return new AppError('invalid_input', { reason: 'ambiguous', message, fields, extra: { ambiguities: questions } });
}
