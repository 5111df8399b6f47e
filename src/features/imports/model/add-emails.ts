import { newId } from '@/shared/ids';
import type { RowWork } from './row-work';
import { append } from './directory';
import type { KnownCreator } from './known-creator';
import { linkContact } from './add-contacts';
import { noteAdded } from './note-changes';

interface Address {
  address: string;
  normalized: string;
}

/**
 * Adds the row's addresses to its creator. One that is another creator's becomes a shared contact's, who answers
 * instead of both; one that a person took away is not brought back.
 */
export function addEmails(work: RowWork): void {
  for (const email of work.row.emails) {
    if (work.creator.emails.has(email.normalized) && !isShared(work, email)) continue;
    const contactId = work.draft.directory.contactByEmail.get(email.normalized);
    if (contactId) linkContact(work, work.creator, linkOf(contactId, email));
    else if ((work.draft.directory.byEmail.get(email.normalized) ?? []).length > 0) shareEmail(work, email);
    else addOwn(work, email);
  }
}

/** The creator's own copy was archived when the address became a contact's. */
function isShared({ draft, creator }: RowWork, { normalized }: Address): boolean {
  return creator.emails.get(normalized) === 'removed' && draft.directory.contactByEmail.has(normalized);
}

function addOwn(work: RowWork, { address, normalized }: Address): void {
  const { draft, creator, changes } = work;
  const isPrimary = ![...creator.emails.values()].includes('own');
  const id = newId();
  draft.emails.push({ id, creatorId: creator.id, contactId: null, address, normalized, isPrimary });
  creator.emails.set(normalized, 'own');
  append(draft.directory.byEmail, normalized, creator);
  (changes.emails ??= []).push(id);
  noteAdded(work, 'address', address);
}

function shareEmail(work: RowWork, { address, normalized }: Address): void {
  const { draft, changes } = work;
  const { directory } = draft;
  const contactId = newId();
  draft.contacts.push({ id: contactId, name: address, role: 'other', agencyId: null });
  draft.emails.push({ id: newId(), creatorId: null, contactId, address, normalized, isPrimary: true });
  directory.contactByEmail.set(normalized, contactId);
  (changes.contacts ??= []).push(contactId);
  const holders = directory.byEmail.get(normalized) ?? [];
  directory.byEmail.delete(normalized);
  for (const holder of holders) takeAway(work, holder, normalized);
  for (const creator of [...holders, work.creator])
    linkContact(work, creator, linkOf(contactId, { address, normalized }));
}

function linkOf(contactId: string, { address, normalized }: Address) {
  return { contactId, name: address, role: 'other', sharedAddress: normalized };
}

function takeAway({ draft, changes }: RowWork, holder: KnownCreator, normalized: string): void {
  holder.emails.set(normalized, 'removed');
  draft.archivedEmails.push({ creatorId: holder.id, normalized });
  (changes.shared ??= []).push({ creatorId: holder.id, normalized });
  if (holder.version > 0) draft.touched.add(holder.id);
}
