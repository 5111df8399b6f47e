import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { analyzeFile, type AnalyzeOptions, type FileAnalysis } from '@/features/imports/model/analyze-file';
import type { ImportMapping, ImportSettings } from '@/features/imports/model/import-settings';
import { parseRow } from '@/features/imports/model/parse-row';
import type { ParsedRow } from '@/features/imports/model/parsed-row';
import { planImport } from '@/features/imports/model/plan-import';
import { readTable } from '@/features/imports/model/read-table';
import type { SourceRow } from '@/features/imports/model/source-row';

export const fixtures = '../shared/fixtures';
export const noFixtures = !existsSync(fixtures);

export interface ImportedFile {
  analysis: FileAnalysis;
  source: SourceRow[];
  rows: ParsedRow[];
}

export interface ImportOptions extends AnalyzeOptions {
  name?: string;
  mapping?: ImportMapping;
  settings?: ImportSettings;
}

/** The whole way of a file through the model: analysed, planned with the guesses, read, parsed. */
export async function importFile(content: string | Uint8Array, options: ImportOptions = {}): Promise<ImportedFile> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return run(() => [bytes], options);
}

export async function importFixture(path: string, options: ImportOptions = {}): Promise<ImportedFile> {
  return run(() => createReadStream(`${fixtures}/${path}`), { name: basename(path), ...options });
}

async function run(
  open: () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  { name = 'list.csv', mapping = {}, settings = {}, ...options }: ImportOptions,
): Promise<ImportedFile> {
  const analysis = await analyzeFile(open(), name, options);
  const plan = planImport(analysis, mapping, settings);
  const source: SourceRow[] = [];
  for await (const row of readTable(open(), analysis.format)) source.push(row);
  return { analysis, source, rows: source.map((row) => parseRow(plan, row)) };
}

export function targetsOf({ analysis }: ImportedFile): Record<string, string> {
  return Object.fromEntries(analysis.columns.map((column) => [column.key, column.guess.target]));
}
