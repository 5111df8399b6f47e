import { findAmbiguities } from '@/features/imports/model/find-ambiguities';
import { parseRow } from '@/features/imports/model/parse-row';
import { decideColumns, planImport } from '@/features/imports/model/plan-import';
import type { StoredAnalysis } from '@/features/imports/model/stored-import';
import type { ImportPreview, PreviewImportInput } from '@/features/imports/schemas/import';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

/**
 * The first rows of a file as they would be read with these decisions, and what is still open. Open questions are
 * answered for the preview by their first choice. @throws AppError not_found, invalid_input
 */
export async function previewImport(
  tx: Tx,
  { id, mapping = {}, settings = {} }: PreviewImportInput,
): Promise<ImportPreview> {
  const [row] = await tx.rows<{ analysis: StoredAnalysis }>(sql`
    select analysis from import where id = ${id}::uuid`);
  if (!row) throw new AppError('not_found');
  const { analysis } = row;
  const { onDuplicate: _onDuplicate, asOf: _asOf, source: _source, ...reading } = settings;
  const columns = decideColumns(analysis.columns, mapping, reading);
  const ambiguities = findAmbiguities(columns, reading.platform ?? analysis.platform);
  const assumed = Object.fromEntries(
    ambiguities.map(({ setting, choices, assumed: usual }) => [setting, usual ?? choices[0]]),
  );
  const plan = planImport(analysis, mapping, { ...assumed, ...reading });
  return {
    rows: analysis.firstRows.map((source) => ({
      rowNumber: source.rowNumber,
      lineNumber: source.lineNumber,
      cells: source.cells,
      parsed: parseRow(plan, source),
    })),
    ambiguities,
  };
}
