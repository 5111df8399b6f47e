import { createDirectory, type Directory } from './directory';
import type { KnownCreator, KnownHandle } from './known-creator';
import type { RowIssue } from './parsed-row';
import type { TouchedKeys } from './touched-keys';

export const ON_DUPLICATE = ['merge', 'skip', 'create'] as const;
export type OnDuplicate = (typeof ON_DUPLICATE)[number];
export const OUTCOMES = ['created', 'updated', 'unchanged', 'skipped', 'rejected'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export type OutcomeCounts = Record<Outcome, number>;

export interface CustomFieldEntry {
  id: string;
  label: string;
  type: string;
  options: string[];
}

/** What holds for every row of one run. */
export interface RunFacts {
  onDuplicate: OnDuplicate;
  /** Time of numbers whose row does not name one, in milliseconds since 1970. */
  asOf: number;
  fileName: string;
  /** Memberships by lower-cased address and name. */
  members: ReadonlyMap<string, string>;
  /** The import that read the same file in the same way before. */
  earlierImport?: string;
  /** Creators that earlier rows of this import were of: later rows only fill what is empty. */
  touchedCreators: TouchedKeys;
  /** The same for the numbers of handles, by platform and name. */
  touchedHandles: TouchedKeys;
}

/** What one row changed, in the form the undo reads. */
export interface RowChanges {
  created?: true;
  /** By column; `custom.ID` for custom fields. */
  fields?: Record<string, { from: unknown; to: unknown }>;
  renamed?: { handleId: string; nameId: string; from: HandleNames; to: HandleNames }[];
  /** What a handle had not yet: account id, address. */
  filled?: { handleId: string; field: 'platformAccountId' | 'url'; to: string }[];
  handles?: string[];
  emails?: string[];
  phones?: string[];
  notes?: string[];
  quotes?: string[];
  /** Names. */
  tags?: string[];
  links?: { creatorId: string; contactId: string }[];
  /** Creators whose own address became a contact's. */
  shared?: { creatorId: string; normalized: string }[];
  /** Made for this row, and gone with it when nobody else uses them. */
  contacts?: string[];
  agencies?: string[];
  newTags?: string[];
  newFields?: string[];
  options?: { fieldId: string; option: string }[];
}

export interface HandleNames {
  name: string;
  normalized: string;
  url: string | null;
}

export interface RowResult {
  rowNumber: number;
  lineNumber: number;
  cells: string[];
  outcome: Outcome;
  field: string | null;
  reason: string | null;
  creatorId: string | null;
  changes: RowChanges | null;
  issues: RowIssue[] | null;
}

export interface NewEmail {
  id: string;
  creatorId: string | null;
  contactId: string | null;
  address: string;
  normalized: string;
  isPrimary: boolean;
}

/** Everything a batch is going to write. Decided in memory, then written table by table. */
export interface BatchDraft {
  directory: Directory;
  facts: RunFacts;
  /** Whom the rows (by number) were of when their file was imported before. */
  earlier: Map<number, string>;
  customFields: Map<string, CustomFieldEntry>;
  /** Tags there are, lower-cased. */
  knownTags: Set<string>;
  created: Map<string, KnownCreator>;
  /** Creators of the database whose own columns change. */
  updated: Map<string, KnownCreator>;
  /** Creators of the database whose numbers or search entry may change. */
  touched: Set<string>;
  /** Before and after of each creator of the database, for its event. */
  changes: Map<string, Record<string, { from: unknown; to: unknown }>>;
  handles: KnownHandle[];
  changedHandles: Set<KnownHandle>;
  oldNames: { id: string; handleId: string; name: string; normalized: string }[];
  metrics: { id: string; handleId: string; metric: string; value: number; asOf: number }[];
  emails: NewEmail[];
  archivedEmails: { creatorId: string; normalized: string }[];
  phones: { id: string; creatorId: string; number: string; isPrimary: boolean }[];
  tags: { creatorId: string; name: string }[];
  notes: { id: string; creatorId: string; text: string }[];
  quotes: { id: string; creatorId: string; format: string; amountMinor: number; currency: string; asOf: number }[];
  agencies: { id: string; name: string }[];
  contacts: { id: string; name: string; role: string; agencyId: string | null }[];
  links: { creatorId: string; contactId: string; role: string; routing: string; name: string; shared: boolean }[];
  newFields: CustomFieldEntry[];
  changedFields: Set<CustomFieldEntry>;
  rows: RowResult[];
}

export function createDraft(facts: RunFacts, directory: Directory = createDirectory()): BatchDraft {
  return {
    directory,
    facts,
    earlier: new Map(),
    customFields: new Map(),
    knownTags: new Set(),
    created: new Map(),
    updated: new Map(),
    touched: new Set(),
    changes: new Map(),
    handles: [],
    changedHandles: new Set(),
    oldNames: [],
    metrics: [],
    emails: [],
    archivedEmails: [],
    phones: [],
    tags: [],
    notes: [],
    quotes: [],
    agencies: [],
    contacts: [],
    links: [],
    newFields: [],
    changedFields: new Set(),
    rows: [],
  };
}

export function noCounts(): OutcomeCounts {
  return { created: 0, updated: 0, unchanged: 0, skipped: 0, rejected: 0 };
}
