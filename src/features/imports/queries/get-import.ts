import { noCounts } from '@/features/imports/model/batch-draft';
import type { ImportMapping, ImportSettings } from '@/features/imports/model/import-settings';
import { decideColumns } from '@/features/imports/model/plan-import';
import type { StoredAnalysis, StoredSettings } from '@/features/imports/model/stored-import';
import { countOutcomes } from '@/features/imports/queries/count-outcomes';
import { importSummaryColumns, toSummary, type SummaryRow } from '@/features/imports/queries/import-summary';
import type { Expected, Import, ImportColumn, Undo } from '@/features/imports/schemas/import';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

interface Row extends SummaryRow {
  version: number;
  analysis: StoredAnalysis;
  mapping: ImportMapping | null;
  settings: StoredSettings;
  expected: Expected | null;
  undo: Undo | null;
}

/** All there is to say of an import but its rows. @throws AppError not_found */
export async function getImport(tx: Tx, id: string): Promise<Import> {
  const [row] = await tx.rows<Row>(sql`
    select ${importSummaryColumns}, i.version, i.analysis, i.mapping, i.settings, i.expected, i.undo
    from import i left join membership m on m.id = i.created_by left join app_user u on u.id = m.user_id
    where i.id = ${id}::uuid`);
  if (!row) throw new AppError('not_found');
  const counts = (await countOutcomes(tx, [id])).get(id) ?? { rows: 0, ...noCounts() };
  const { analysis, mapping, settings, expected, undo, version } = row;
  const { plan: _plan, ...decisions } = settings;
  const { kind, headerLine, ...format } = analysis.format;
  return {
    ...toSummary(row, counts),
    version,
    file: {
      kind,
      headerLine,
      ...('encoding' in format ? { encoding: format.encoding, delimiter: format.delimiter } : { sheet: format.sheet }),
      sheets: analysis.sheets,
      mixedEncoding: analysis.mixedEncoding,
      brokenRows: analysis.brokenRows,
    },
    preset: analysis.preset ?? null,
    columns: columnsOf(analysis, mapping ?? {}, decisions),
    ambiguities: analysis.ambiguities,
    settings: decisions,
    expected,
    undo,
  };
}

function columnsOf({ columns }: StoredAnalysis, mapping: ImportMapping, decided: ImportSettings): ImportColumn[] {
  const guessed = new Map(columns.map(({ key, guess }) => [key, guess.target]));
  return decideColumns(columns, mapping, decided).map(({ key, guess, profile }) => ({
    key,
    target: guess.target,
    guessed: guessed.get(key) ?? guess.target,
    confidence: guess.confidence,
    customType: guess.customType,
    ...(guess.contradiction && { contradiction: guess.contradiction }),
    samples: profile.samples,
    filled: profile.filled,
    placeholders: profile.placeholders,
  }));
}
