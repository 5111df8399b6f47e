import { normalizeHandle, type NormalizedHandle } from '@/shared/identity/normalize-handle';
import { looksLikeUrl } from '@/shared/identity/parse-profile-url';
import { platformOf, type Platform } from '@/shared/identity/platforms';
import { parseNumber } from './parse-number';
import type { FilledCell, RowDraft } from './row-draft';
import type { ParsedHandle } from './parsed-row';
import { rowIssue } from './row-issues';
import { metricOf, split, type Metric } from './target-fields';

/** Handles of a row: addresses first, since they say their platform, which a plain name in another column may need. */
export function addHandles(draft: RowDraft, cells: FilledCell[]): void {
  const of = (...targets: string[]) => cells.filter(({ column }) => targets.includes(split(column.target)[0]));
  for (const cell of of('profileUrl')) for (const text of piecesOf(cell.text)) addHandle(draft, { ...cell, text });
  const platform = platformOfRow(draft, of('platform')[0]);
  for (const cell of of('handle')) {
    const named = split(cell.column.target)[1] as Platform | undefined;
    for (const text of piecesOf(cell.text)) addHandle(draft, { ...cell, text }, named ?? platform);
  }
  const place = (handle: ParsedHandle) => draft.foundIn.get(handle) ?? 0;
  draft.row.handles.sort((a, b) => place(a) - place(b));
}

function platformOfRow({ row, plan }: RowDraft, cell: FilledCell | undefined): Platform {
  const platform = cell && platformOf(cell.text);
  if (cell && !platform) row.warnings.push(rowIssue(cell.column.key, 'not_a_platform', cell.text));
  return platform ?? row.handles.find((handle) => handle.platform !== 'blog')?.platform ?? plan.platform;
}

/** Several accounts in one cell, where every piece is clearly one. */
function piecesOf(text: string): string[] {
  const pieces = text.split(/[\s,;|]+/).filter((piece) => piece !== '');
  return pieces.every((piece) => /^@\w/.test(piece) || looksLikeUrl(piece)) ? pieces : [text];
}

function addHandle(draft: RowDraft, { column, text }: FilledCell, platform?: Platform): void {
  const result = normalizeHandle(text, platform);
  if (!result.ok) {
    const issue = rowIssue(column.key, result.reason, text);
    if (platform === 'blog' || platform === 'podcast' || column.target === 'profileUrl') draft.row.warnings.push(issue);
    else draft.broken ??= issue;
    return;
  }
  const same = draft.row.handles.find((handle) => isSame(handle, result.handle));
  if (same) {
    Object.assign(same, merged(same, result.handle));
    draft.foundIn.set(same, Math.min(column.index, draft.foundIn.get(same) ?? 0));
  } else {
    const other = draft.row.handles.some((handle) => handle.platform === result.handle.platform);
    if (other) draft.row.warnings.push(rowIssue(column.key, 'two_handles', text));
    const handle = { ...result.handle, metrics: {} };
    draft.row.handles.push(handle);
    draft.foundIn.set(handle, column.index);
  }
}

/** An address that holds only an account id is of the name in the other column. */
function isSame(a: NormalizedHandle, b: NormalizedHandle): boolean {
  if (a.platform !== b.platform) return false;
  return a.normalized === b.normalized || isBareId(a) !== isBareId(b);
}

function isBareId(handle: NormalizedHandle): boolean {
  return handle.platformAccountId !== undefined && handle.platformAccountId === handle.name;
}

function merged(a: ParsedHandle, b: NormalizedHandle): NormalizedHandle {
  const [named, other] = isBareId(a) ? [b, a] : [a, b];
  const platformAccountId = named.platformAccountId ?? other.platformAccountId;
  return { ...named, platformAccountId, url: other.platformAccountId ? other.url : named.url };
}

/** Numbers go to the handle of their platform, else the row's first; without one they become custom fields. */
export function addMetrics({ row }: RowDraft, cells: FilledCell[]): void {
  for (const { column, text } of cells) {
    if (split(column.target)[0] !== 'metric') continue;
    const { metric, platform } = metricOf(column.target);
    const value = metricValue(metric, { column, text });
    const handle = platform ? row.handles.find((one) => one.platform === platform) : row.handles[0];
    if (value === undefined) row.warnings.push(rowIssue(column.key, 'not_a_number', text));
    else if (handle) handle.metrics[metric] = value;
    else {
      row.warnings.push(rowIssue(column.key, 'no_handle_for_number', text));
      row.custom.push({ label: column.key, type: 'number', value });
    }
  }
}

function metricValue(metric: Metric, { column, text }: FilledCell): number | undefined {
  const number = parseNumber(text, column.decimal);
  if (!number || (metric !== 'engagement_rate' && number.percent)) return undefined;
  if (metric !== 'engagement_rate') return number.value;
  return number.percent || column.percent ? Number((number.value / 100).toPrecision(12)) : number.value;
}
