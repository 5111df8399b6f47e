import { newId } from '@/shared/ids';
import type { RowWork } from './row-work';
import { append, enterHandle } from './directory';
import { handleKey, type KnownHandle } from './known-creator';
import { findHandle } from './match-row';
import { noteAdded } from './note-changes';
import type { ParsedHandle } from './parsed-row';

/**
 * Adds the row's accounts to its creator, follows an account that was renamed, and fills in what was not known of one.
 * An account that is another creator's stays there, with a warning.
 */
export function addHandles(work: RowWork): void {
  const { draft, creator, row } = work;
  for (const handle of row.handles) {
    const own = creator.handles.find((known) => isAccount(known, handle));
    if (own) updateHandle(work, own, handle);
    else if (creator.removedHandles.has(handleKey(handle.platform, handle.normalized))) continue;
    else if (isElsewhere(work, handle)) warnElsewhere(work, handle);
    else {
      const made = newHandle(creator.id, handle, creator.handles.length === 0);
      creator.handles.push(made);
      draft.handles.push(made);
      enterHandle(draft.directory, made);
      (work.changes.handles ??= []).push(made.id);
      noteAdded(work, 'handles', `${handle.platform} ${handle.name}`);
    }
  }
}

function isAccount(known: KnownHandle, handle: ParsedHandle): boolean {
  if (known.platform !== handle.platform) return false;
  if (known.platformAccountId && handle.platformAccountId) return known.platformAccountId === handle.platformAccountId;
  return known.normalized === handle.normalized || known.oldNames.includes(handle.normalized);
}

function isElsewhere({ draft, creator }: RowWork, handle: ParsedHandle): boolean {
  if (draft.facts.onDuplicate === 'create' && draft.created.has(creator.id)) return false;
  return findHandle(draft.directory, handle) !== undefined;
}

function warnElsewhere({ row }: RowWork, { platform, name }: ParsedHandle): void {
  const message = `The ${platform} account “${name}” belongs to another creator and stays there.`;
  row.warnings.push({ field: 'identity', reason: 'handle_elsewhere', message });
}

function newHandle(creatorId: string, handle: ParsedHandle, isPrimary: boolean): KnownHandle {
  return {
    id: newId(),
    creatorId,
    platform: handle.platform,
    name: handle.name,
    normalized: handle.normalized,
    url: handle.url ?? null,
    platformAccountId: handle.platformAccountId ?? null,
    isPrimary,
    oldNames: [],
    points: new Map(),
  };
}

function updateHandle(work: RowWork, known: KnownHandle, handle: ParsedHandle): void {
  if (isRenamed(known, handle)) {
    if (work.first) rename(work, known, handle);
    return;
  }
  if (!known.platformAccountId && handle.platformAccountId) {
    fill(work, known, { field: 'platformAccountId', to: handle.platformAccountId });
    work.draft.directory.byAccount.set(handleKey(known.platform, handle.platformAccountId), known);
  }
  if (!known.url && handle.url) fill(work, known, { field: 'url', to: handle.url });
}

/** The platform's own id says that it is the same account under another name; the bare id is none. */
function isRenamed(known: KnownHandle, handle: ParsedHandle): boolean {
  return (
    known.platformAccountId !== null &&
    known.platformAccountId === handle.platformAccountId &&
    known.normalized !== handle.normalized &&
    !known.oldNames.includes(handle.normalized) &&
    handle.name !== handle.platformAccountId
  );
}

function rename(work: RowWork, known: KnownHandle, handle: ParsedHandle): void {
  const { draft, changes } = work;
  const from = { name: known.name, normalized: known.normalized, url: known.url };
  const to = { name: handle.name, normalized: handle.normalized, url: handle.url ?? known.url };
  const nameId = newId();
  Object.assign(known, to);
  known.oldNames.push(from.normalized);
  draft.oldNames.push({ id: nameId, handleId: known.id, name: from.name, normalized: from.normalized });
  draft.changedHandles.add(known);
  append(draft.directory.byHandle, handleKey(known.platform, to.normalized), known);
  (changes.renamed ??= []).push({ handleId: known.id, nameId, from, to });
  noteAdded(work, 'handles', `${known.platform} ${from.name} → ${to.name}`);
}

function fill(
  work: RowWork,
  known: KnownHandle,
  { field, to }: { field: 'platformAccountId' | 'url'; to: string },
): void {
  known[field] = to;
  work.draft.changedHandles.add(known);
  (work.changes.filled ??= []).push({ handleId: known.id, field, to });
}

/**
 * Adds the row's numbers to the history of their handles: where they differ from the newest known at that time, and
 * never twice for one time. Later rows of the same import about the same handle only add what has no number yet.
 */
export function addMetrics(work: RowWork): void {
  const { draft, row } = work;
  const asOf = row.asOf ? Date.parse(`${row.asOf}T00:00:00Z`) : draft.facts.asOf;
  for (const handle of row.handles) {
    const known = work.creator.handles.find((one) => isAccount(one, handle)) ?? findHandle(draft.directory, handle);
    if (!known) continue;
    const first = !draft.facts.touchedHandles.has(handleKey(handle.platform, handle.normalized));
    for (const [metric, value] of Object.entries(handle.metrics)) {
      if (addPoint(known, metric, { asOf, value }, first)) {
        draft.metrics.push({ id: newId(), handleId: known.id, metric, value, asOf });
        if (known.creatorId !== work.creator.id) draft.touched.add(known.creatorId);
        work.metricChanged = true;
        if (metric === 'followers') noteAdded(work, 'followers', String(value));
      }
    }
  }
}

// eslint-disable-next-line max-params -- the history, what is measured, the number, and the rule for it
function addPoint(known: KnownHandle, metric: string, point: { asOf: number; value: number }, first: boolean): boolean {
  const points = known.points.get(metric) ?? [];
  if (points.some((one) => one.asOf === point.asOf) || (!first && points.length > 0)) return false;
  const before = points.filter((one) => one.asOf < point.asOf).sort((a, b) => b.asOf - a.asOf)[0];
  if (before?.value === point.value) return false;
  known.points.set(metric, [...points, point]);
  return true;
}
