import { contactCreated } from '@/features/creators/events';
import { insertEmails, insertPhones } from '@/features/creators/commands/insert-children';
import { requireAgency } from '@/features/creators/commands/require-agency';
import type { CreateContactInput } from '@/features/creators/schemas/contact';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvent } from '@/platform/events/record-event';
import { newId } from '@/shared/ids';

/**
 * Adds a person to talk to, with addresses, and records `contact.created`. Answers the id.
 * @throws AppError not_found (agency)
 */
export async function createContact(tx: Tx, { emails, phones, ...contact }: CreateContactInput): Promise<string> {
  await requireAgency(tx, contact.agencyId);
  const id = newId();
  await tx.db.contact.create({
    data: { ...contact, id, workspaceId: tx.ctx.workspaceId, createdAt: tx.ctx.now },
  });
  await insertEmails(tx, { contactId: id }, emails ?? []);
  await insertPhones(tx, { contactId: id }, phones ?? []);
  await recordEvent(tx, contactCreated, { subjectId: id, payload: { name: contact.name } });
  return id;
}
