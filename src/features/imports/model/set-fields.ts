import { normalizeEmail } from '@/shared/identity/normalize-email';
import type { RowWork } from './row-work';
import { enterName } from './directory';
import { isSame, noteField } from './note-changes';
import { PLAIN_FIELDS, type CreatorFields, type KnownCreator } from './known-creator';
import type { ParsedRow, ShippingAddress } from './parsed-row';

/**
 * Sets what the row says of the creator's own fields. The first row of an import overwrites, later ones fill what is
 * empty; a person's words stay in any case: the name (unless it was only taken from a handle or address), stage, owner,
 * and *do not contact*, which is only ever set. A row imported before does not name its creator anew: a name it left
 * then may look taken from a handle that came after it.
 */
export function setFields(work: RowWork, isNew: boolean): void {
  const { row, creator } = work;
  setName(work, isNew);
  setPlain(work);
  if (row.languages.length > 0 && (work.first || creator.fields.languages.length === 0))
    setField(work, 'languages', row.languages);
  if (row.shippingAddress) setShipping(work, row.shippingAddress);
  if (isNew && row.stage) setField(work, 'stage', row.stage);
  setOwner(work);
  setDoNotContact(work);
}

function setDoNotContact(work: RowWork): void {
  if (!work.row.doNotContact || work.creator.fields.doNotContact) return;
  setField(work, 'doNotContact', true);
  setField(work, 'doNotContactReason', `Import of ${work.draft.facts.fileName}`);
}

function setPlain(work: RowWork): void {
  for (const field of PLAIN_FIELDS) {
    const value = work.row[field];
    if (value !== undefined && (work.first || work.creator.fields[field] === null)) setField(work, field, value);
  }
}

function setName(work: RowWork, isNew: boolean): void {
  const { row, creator, draft, repeated } = work;
  if (isNew) creator.fields.displayName = row.displayName;
  else if (!repeated && row.hasName && row.displayName !== creator.fields.displayName && isDerived(creator, row)) {
    const before = creator.fields.displayName;
    setField(work, 'displayName', row.displayName);
    enterName(draft.directory, creator, before);
  }
}

/** Whether the name is only that of an account or an address, for want of a better one. */
function isDerived(creator: KnownCreator, row: ParsedRow): boolean {
  const name = creator.fields.displayName;
  if (creator.handles.some((handle) => handle.name === name || handle.oldNames.includes(name))) return true;
  const email = normalizeEmail(name);
  if (!email.ok) return false;
  return creator.emails.has(email.normalized) || row.emails.some((one) => one.normalized === email.normalized);
}

function setShipping(work: RowWork, given: ShippingAddress): void {
  const before = work.creator.fields.shippingAddress ?? {};
  const address = work.first ? { ...before, ...given } : { ...given, ...withoutEmpty(before) };
  setField(work, 'shippingAddress', address);
}

function withoutEmpty(address: ShippingAddress): ShippingAddress {
  return Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined && value !== null));
}

function setOwner(work: RowWork): void {
  const { row, creator, draft } = work;
  if (!row.ownerEmail) return;
  const member = draft.facts.members.get(row.ownerEmail.trim().toLowerCase());
  if (member && creator.fields.ownerId === null) setField(work, 'ownerId', member);
  if (member) return;
  row.custom.push({ label: 'Owner', type: 'text', value: row.ownerEmail });
  row.warnings.push({
    field: 'ownerEmail',
    reason: 'not_a_member',
    message: `“${row.ownerEmail}” is no member of this workspace; kept as the custom field “Owner”.`,
  });
}

function setField<Field extends keyof CreatorFields>(work: RowWork, field: Field, to: CreatorFields[Field]): void {
  const from = work.creator.fields[field];
  if (isSame(from, to)) return;
  work.creator.fields[field] = to;
  noteField(work, field, { from, to });
}
