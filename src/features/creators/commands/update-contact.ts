import { contactUpdated } from '@/features/creators/events';
import { lockContact } from '@/features/creators/commands/lock-contact';
import { staleVersion } from '@/features/creators/commands/lock-creator';
import { requireAgency } from '@/features/creators/commands/require-agency';
import { diffFields } from '@/features/creators/model/diff-fields';
import { toOutsideChanges } from '@/features/creators/model/to-outside-changes';
import type { UpdateContactInput } from '@/features/creators/schemas/contact';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';

/**
 * Changes what is given of a contact and records `contact.updated`. What is so already changes nothing. Answers the
 * version that stands then. @throws AppError not_found (contact, agency), conflict `stale_version`
 */
export async function updateContact(tx: Tx, { id, version, ...fields }: UpdateContactInput): Promise<number> {
  await requireAgency(tx, fields.agencyId);
  const contact = await lockContact(tx, id);
  const changes = diffFields({ ...contact }, fields);
  if (Object.keys(changes).length === 0) return contact.version;
  if (version !== undefined && version !== contact.version) throw staleVersion(contact.version);
  const next = contact.version + 1;
  await tx.db.contact.updateMany({ where: { id, version: contact.version }, data: { ...fields, version: next } });
  await recordEvent(tx, contactUpdated, {
    subjectId: id,
    payload: { name: fields.name ?? contact.name, changes: toOutsideChanges(changes) },
  });
  return next;
}
