import { contactLinked, contactLinkUpdated } from '@/features/creators/events';
import { lockContact } from '@/features/creators/commands/lock-contact';
import { lockCreator } from '@/features/creators/commands/lock-creator';
import { refreshCreatorNumbers } from '@/features/creators/commands/refresh-creator-numbers';
import { touchCreator } from '@/features/creators/commands/touch-creator';
import { diffFields } from '@/features/creators/model/diff-fields';
import type { LinkContactInput } from '@/features/creators/schemas/contact';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvent } from '@/platform/events/record-event';

interface Link {
  creatorId: string;
  role: string;
  topics: string[];
  routing: string;
}

/**
 * Says how a contact speaks for a creator: role, topics (empty: all), and whether mail goes to them instead, copied or
 * not at all. Records `contact.linked`, or `contact.link_updated` when they were linked otherwise.
 * @throws AppError not_found
 */
export async function linkContact(tx: Tx, { creatorId, contactId, ...wanted }: LinkContactInput): Promise<void> {
  const creator = await lockCreator(tx, creatorId);
  const contact = await lockContact(tx, contactId);
  const [known] = await tx.rows<Link>(sql`
    select l.creator_id as "creatorId", l.role, l.topics, l.routing
    from creator_contact l join creator c on c.id = l.creator_id
    where l.contact_id = ${contactId}::uuid and c.root_id = ${creator.id}::uuid
    order by l.creator_id = ${creator.id}::uuid desc limit 1`);
  const changes = known ? diffFields({ ...known }, wanted) : {};
  if (known && Object.keys(changes).length === 0) return;
  const subject = { subjectId: contactId, creatorId: creator.id };
  if (known) {
    await tx.db.creatorContact.updateMany({ where: { creatorId: known.creatorId, contactId }, data: wanted });
    await recordEvent(tx, contactLinkUpdated, { ...subject, payload: { name: contact.name, changes } });
  } else {
    const { role = contact.role, topics = [], routing = 'none' } = wanted;
    const { workspaceId, now: createdAt } = tx.ctx;
    await tx.db.creatorContact.create({
      data: { workspaceId, creatorId: creator.id, contactId, role, topics, routing, createdAt },
    });
    await recordEvent(tx, contactLinked, { ...subject, payload: { name: contact.name, role, routing } });
  }
  await refreshCreatorNumbers(tx, [creator.id]);
  await touchCreator(tx, creator.id);
}
