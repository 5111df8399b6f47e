import { foldName } from '@/shared/identity/fold-name';
import { emptyValue } from './empty-value';
import type { ParsedRow, RowIssue } from './parsed-row';
import type { ImportPlan } from './plan-import';
import type { FilledCell, RowDraft } from './row-draft';
import { addHandles, addMetrics } from './row-handles';
import { rowIssue } from './row-issues';
import { setValue } from './row-values';
import type { SourceRow } from './source-row';
import { split } from './target-fields';

/**
 * Reads one row of a file by its plan. Never throws: what cannot be read is a warning and the row goes on without it,
 * or, where nobody could be told by what is left, or a text is longer than its field takes, a rejection. A handle or
 * address that is none is not replaced by the name as identity: the row is rejected, to be mended.
 */
export function parseRow(plan: ImportPlan, source: SourceRow): ParsedRow {
  const row = emptyRow(source);
  if (source.problem) return { ...row, rejection: rowIssue('row', source.problem) };
  const cells = filledCells(plan, source, row);
  if (source.cells.every((cell) => cell.trim() === '')) return { ...row, rejection: rowIssue('row', 'empty_row') };
  const draft: RowDraft = { row, plan, foundIn: new Map() };
  const values = cells.filter((cell) => !isOfHandle(cell));
  addHandles(draft, cells);
  for (const cell of values) setValue(draft, cell);
  addMetrics(draft, cells);
  nameRow(row);
  row.rejection ??= identityIssue(draft);
  return row;
}

function emptyRow({ rowNumber, lineNumber, notes }: SourceRow): ParsedRow {
  return {
    rowNumber,
    lineNumber,
    warnings: (notes ?? []).map((note) => rowIssue('row', note)),
    displayName: '',
    hasName: false,
    languages: [],
    tags: [],
    notes: [],
    handles: [],
    emails: [],
    phones: [],
    rates: [],
    custom: [],
  };
}

function filledCells(plan: ImportPlan, source: SourceRow, row: ParsedRow): FilledCell[] {
  return plan.columns.flatMap((column) => {
    const text = (source.cells[column.index] ?? '').trim();
    const empty = column.target === 'ignore' ? 'blank' : emptyValue(text);
    if (empty === 'placeholder') row.warnings.push(rowIssue(column.key, 'placeholder', text));
    return empty ? [] : [{ column, text }];
  });
}

function isOfHandle({ column: { target } }: FilledCell): boolean {
  const [head] = split(target);
  return head === 'handle' || head === 'metric' || target === 'profileUrl' || target === 'platform';
}

function nameRow(row: ParsedRow): void {
  const parts = [row.givenName, row.familyName].filter(Boolean).join(' ');
  const name = row.displayName || parts || (row.companyName ?? '');
  row.hasName = foldName(name) !== '';
  row.displayName = name || (row.handles[0]?.name ?? row.emails[0]?.address ?? '');
}

function identityIssue({ row, broken }: RowDraft): RowIssue | undefined {
  const told = row.handles.length > 0 || row.emails.length > 0;
  if (broken && !told) return broken;
  if (broken) row.warnings.push(broken);
  return told || row.hasName ? undefined : rowIssue('identity', 'no_identity');
}
