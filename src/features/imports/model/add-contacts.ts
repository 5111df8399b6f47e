import { newId } from '@/shared/ids';
import { holdFirst } from './directory';
import type { RowWork } from './row-work';
import type { KnownCreator } from './known-creator';
import { noteAdded } from './note-changes';
import type { ParsedRow } from './parsed-row';

interface Link {
  contactId: string;
  name: string;
  role: string;
  /** Normalized, of an address that is the creator's and the contact's: the contact answers instead of the creator. */
  sharedAddress?: string;
}

/** Adds the manager and the agency a row names, each once in the workspace, and links them to its creator. */
export function addContacts(work: RowWork): void {
  const { row } = work;
  const name = row.managerName ?? row.managerEmail?.address ?? row.agencyName;
  if (!name) return;
  const contactId = findContact(work, name) ?? createContact(work, name);
  const shared = row.emails.find((email) => email.normalized === row.managerEmail?.normalized);
  linkContact(work, work.creator, { contactId, name, role: 'manager', sharedAddress: shared?.normalized });
}

function findContact({ draft: { directory }, row }: RowWork, name: string): string | undefined {
  if (row.managerEmail) return directory.contactByEmail.get(row.managerEmail.normalized);
  return directory.contactByName.get(contactKey(row.agencyName, name));
}

function createContact(work: RowWork, name: string): string {
  const { draft, row, changes } = work;
  const id = newId();
  draft.contacts.push({ id, name, role: 'manager', agencyId: agencyOf(work) });
  (changes.contacts ??= []).push(id);
  if (row.managerEmail) {
    const { address, normalized } = row.managerEmail;
    draft.emails.push({ id: newId(), creatorId: null, contactId: id, address, normalized, isPrimary: true });
    draft.directory.contactByEmail.set(normalized, id);
  } else {
    draft.directory.contactByName.set(contactKey(row.agencyName, name), id);
  }
  return id;
}

function agencyOf({ draft, row, changes }: RowWork): string | null {
  if (!row.agencyName) return null;
  const known = draft.directory.agencyByName.get(row.agencyName.toLowerCase());
  if (known) return known;
  const id = newId();
  draft.agencies.push({ id, name: row.agencyName });
  draft.directory.agencyByName.set(row.agencyName.toLowerCase(), id);
  (changes.agencies ??= []).push(id);
  return id;
}

/** How a contact without an address is told from others. */
export function contactKey(agencyName: string | undefined, name: string): string {
  return `${agencyName?.toLowerCase() ?? ''}\n${name.toLowerCase()}`;
}

/** The names a row's contact may go by, to look it up. */
export function contactNamesOf(row: ParsedRow): string[] {
  return [row.managerName, row.agencyName].filter((name) => name !== undefined);
}

export function linkContact(work: RowWork, creator: KnownCreator, link: Link): void {
  if (creator.contactIds.has(link.contactId)) return;
  creator.contactIds.add(link.contactId);
  const { contactId, name, role, sharedAddress } = link;
  const shared = sharedAddress !== undefined;
  work.draft.links.push({ creatorId: creator.id, contactId, name, role, routing: shared ? 'instead' : 'none', shared });
  if (shared) holdFirst(work.draft.directory, sharedAddress, creator);
  (work.changes.links ??= []).push({ creatorId: creator.id, contactId });
  if (creator.version > 0) work.draft.touched.add(creator.id);
  if (creator === work.creator) noteAdded(work, 'contacts', name);
}
