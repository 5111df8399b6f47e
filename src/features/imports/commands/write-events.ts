import {
  agencyCreated,
  contactCreated,
  contactLinked,
  creatorCreated,
  creatorUpdated,
  customFieldCreated,
} from '@/features/creators/events';
import type { BatchDraft } from '@/features/imports/model/batch-draft';
import type { Tx } from '@/platform/db/in-workspace';
import { recordEvents } from '@/platform/events/record-event';

/** One event for each creator that was made or changed, and for what was made beside them. */
export async function writeEvents(tx: Tx, draft: BatchDraft): Promise<void> {
  const created = [...draft.created.values()];
  await recordEvents(
    tx,
    creatorCreated,
    created.map(({ id, fields }) => ({
      subjectId: id,
      creatorId: id,
      payload: { displayName: fields.displayName, source: 'import' },
    })),
  );
  await recordEvents(
    tx,
    creatorUpdated,
    [...draft.changes].map(([id, changes]) => ({ subjectId: id, creatorId: id, payload: { changes } })),
  );
  await recordOthers(tx, draft);
}

async function recordOthers(tx: Tx, { newFields, agencies, contacts, links }: BatchDraft): Promise<void> {
  await recordEvents(
    tx,
    customFieldCreated,
    newFields.map(({ id, label, type }) => ({ subjectId: id, payload: { label, type } })),
  );
  await recordEvents(
    tx,
    agencyCreated,
    agencies.map(({ id, name }) => ({ subjectId: id, payload: { name } })),
  );
  await recordEvents(
    tx,
    contactCreated,
    contacts.map(({ id, name }) => ({ subjectId: id, payload: { name } })),
  );
  await recordEvents(
    tx,
    contactLinked,
    links.map(({ contactId, creatorId, name, role, routing, shared }) => ({
      subjectId: contactId,
      creatorId,
      payload: { name, role, routing, ...(shared && { why: 'shared_address' as const }) },
    })),
  );
}
