import { newId } from '@/shared/ids';
import { addContacts } from './add-contacts';
import { addEmails } from './add-emails';
import { addHandles, addMetrics } from './add-handles';
import { addNotes, addPhones, addQuotes, addTags } from './add-children';
import { setCustomValues } from './set-custom-values';
import { setFields } from './set-fields';
import type { BatchDraft, Outcome, RowChanges, RunFacts } from './batch-draft';
import { enterCreator } from './directory';
import { handleKey, type KnownCreator } from './known-creator';
import { matchRow } from './match-row';
import { noteEvent } from './note-changes';
import type { ParsedRow, RowIssue } from './parsed-row';
import type { RowWork } from './row-work';
import type { SourceRow } from './source-row';

/**
 * Decides what becomes of one row and enters all it changes into the draft. Rows are decided in their order; each sees
 * what those before it made. Deciding the same rows again over their own result changes nothing.
 */
export function decideRow(draft: BatchDraft, source: SourceRow, row: ParsedRow): void {
  if (row.rejection) {
    reject(draft, source, [row.rejection, ...row.warnings]);
    return;
  }
  const match = matchRow(draft.directory, row, draft.earlier.get(source.rowNumber));
  if (match.ambiguousName && draft.facts.onDuplicate !== 'create') {
    reject(draft, source, [ambiguousName(row.displayName), ...row.warnings]);
  } else if (match.creator && draft.facts.onDuplicate === 'skip') {
    skip(draft, source, match.creator);
  } else {
    take(draft, source, { row, found: draft.facts.onDuplicate === 'create' ? undefined : match.creator });
  }
}

interface Taken {
  row: ParsedRow;
  found: KnownCreator | undefined;
}

function take(draft: BatchDraft, source: SourceRow, { row, found }: Taken): void {
  const creator = found ?? newCreator();
  const work: RowWork = {
    draft,
    row,
    creator,
    first: !draft.facts.touchedCreators.has(creator.id),
    repeated: draft.earlier.get(source.rowNumber) === creator.id,
    changes: {},
    added: {},
    metricChanged: false,
  };
  applyRow(work, found === undefined);
  const outcome = found ? outcomeOf(work) : 'created';
  keep(draft, source, { outcome, creatorId: creator.id, changes: work.changes, issues: row.warnings });
}

function applyRow(work: RowWork, isNew: boolean): void {
  const { draft, creator, row, changes } = work;
  setFields(work, isNew);
  if (isNew) {
    changes.created = true;
    delete changes.fields;
    draft.created.set(creator.id, creator);
    enterCreator(draft.directory, creator);
  }
  setCustomValues(work);
  addHandles(work);
  addMetrics(work);
  addContacts(work);
  addEmails(work);
  addPhones(work);
  addTags(work);
  addNotes(work);
  addQuotes(work);
  if (isNew) delete changes.fields;
  draft.facts.touchedCreators.add(creator.id);
  touchHandles(draft.facts, row);
}

/** The handles whose numbers a row told. */
export function touchHandles({ touchedHandles }: Pick<RunFacts, 'touchedHandles'>, { handles }: ParsedRow): void {
  for (const { platform, normalized, metrics } of handles) {
    if (Object.keys(metrics).length > 0) touchedHandles.add(handleKey(platform, normalized));
  }
}

function outcomeOf(work: RowWork): Outcome {
  const { changes, metricChanged, draft, creator } = work;
  const changed = metricChanged || Object.keys(changes).length > 0;
  if (changed && creator.version > 0) {
    draft.touched.add(creator.id);
    noteEvent(work);
  }
  return changed ? 'updated' : 'unchanged';
}

function newCreator(): KnownCreator {
  return {
    id: newId(),
    version: 0,
    fields: {
      displayName: '',
      givenName: null,
      familyName: null,
      greeting: null,
      companyName: null,
      pronouns: null,
      timeZone: null,
      birthday: null,
      country: null,
      city: null,
      stage: 'prospect',
      ownerId: null,
      doNotContact: false,
      doNotContactReason: null,
      vatId: null,
      vendorNumber: null,
      shippingAddress: null,
      languages: [],
    },
    custom: {},
    handles: [],
    removedHandles: new Set(),
    emails: new Map(),
    phones: new Set(),
    tags: new Set(),
    notes: new Set(),
    quotes: new Set(),
    contactIds: new Set(),
  };
}

function reject(draft: BatchDraft, source: SourceRow, issues: RowIssue[]): void {
  keep(draft, source, { outcome: 'rejected', issues });
}

function skip(draft: BatchDraft, source: SourceRow, creator: KnownCreator): void {
  const message = `${creator.fields.displayName} is there already, and those are to be skipped.`;
  const issues = [{ field: 'identity', reason: 'duplicate', message }];
  keep(draft, source, { outcome: 'skipped', creatorId: creator.id, issues });
}

function keep(draft: BatchDraft, { rowNumber, lineNumber, cells }: SourceRow, kept: Kept): void {
  const { outcome, creatorId, changes, issues } = kept;
  const why = outcome === 'rejected' || outcome === 'skipped' ? issues[0] : undefined;
  draft.rows.push({
    rowNumber,
    lineNumber,
    cells,
    outcome,
    creatorId: creatorId ?? null,
    ...(why ? { field: why.field, reason: why.reason } : { field: null, reason: null }),
    changes: changes && Object.keys(changes).length > 0 ? changes : null,
    issues: issues.length > 0 ? issues : null,
  });
}

interface Kept {
  outcome: Outcome;
  creatorId?: string;
  changes?: RowChanges;
  issues: RowIssue[];
}

function ambiguousName(name: string): RowIssue {
  const message = `Several creators are called “${name}”. Add a handle or an e-mail address that tells which one.`;
  return { field: 'identity', reason: 'ambiguous_name', message };
}
