import { createAgency } from '@/features/creators/commands/create-agency';
import { createContact } from '@/features/creators/commands/create-contact';
import { createCustomField } from '@/features/creators/commands/create-custom-field';
import { createNote } from '@/features/creators/commands/create-note';
import { createQuote } from '@/features/creators/commands/create-quote';
import { linkContact } from '@/features/creators/commands/link-contact';
import { mergeCreators } from '@/features/creators/commands/merge-creators';
import { createContactSchema } from '@/features/creators/schemas/contact';
import { analyzeFile } from '@/features/imports/model/analyze-file';
import { createApiKey } from '@/features/members/commands/create-api-key';
import { createTask } from '@/features/tasks/commands/create-task';
import { createMailbox } from '@/features/threads/commands/create-mailbox';
import { queueMessage } from '@/features/threads/commands/queue-message';
import { queueMessageSchema } from '@/features/threads/schemas/queue-message';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { encodeId, newId, type IdKind } from '@/shared/ids';
import type { TestWorkspace } from '../context';
import { addCreator } from '../creators';
import type { SubjectIds } from './sample-input';

/** Words that stand in what the workspace keeps, and that nobody outside it, or without sight of them, may read. */
export const markers = { any: 'ours-marker', phone: '+491701234567', street: 'Geheimweg 7', amountMinor: 98765432 };

/** One of every noun in a workspace, by the product's commands where there is one, and their outside ids. */
export async function addSubjects(workspace: TestWorkspace): Promise<SubjectIds> {
  const ctx = workspace.ctx();
  const creator = await addCreator(ctx, {
    displayName: `Mia ${markers.any}`,
    handles: [{ platform: 'instagram', name: 'ours.marker' }],
    emails: [{ address: `mia@${markers.any}.example`, isPrimary: true }],
    phones: [{ number: markers.phone }],
    tags: [markers.any],
    shippingAddress: { line1: markers.street, city: 'Berlin', country: 'DE' },
    birthday: '1990-02-03',
  });
  const [stays, merged] = [
    await addCreator(ctx, { displayName: 'Stays' }),
    await addCreator(ctx, { displayName: 'Merged' }),
  ];
  const analysis = await analyzeFile([Buffer.from(`Name\n${markers.any}\n`)], 'list.csv');
  return inWorkspace(ctx, async (tx) => {
    await addParts(tx, { creator, brandId: workspace.brandId });
    await mergeCreators(tx, { survivorId: stays, mergedIds: [merged] });
    await addFiles(tx, analysis);
    await createApiKey(tx, { name: markers.any, permissions: ['creator.read'] });
    return { ...(await idsOf(tx)), creator: encodeId('creator', creator) };
  });
}

async function addParts(tx: Tx, { creator, brandId }: { creator: string; brandId: string }): Promise<void> {
  await createNote(tx, { creatorId: creator, html: `<p>${markers.any}</p>` });
  const quote = { kind: 'asked', format: 'reel', currency: 'EUR', quotedOn: '2026-01-01' } as const;
  await createQuote(tx, { creatorId: creator, amountMinor: markers.amountMinor, ...quote });
  const agencyId = await createAgency(tx, { name: `Agency ${markers.any}` });
  const contact = createContactSchema.parse({ name: `Pim ${markers.any}`, agencyId: encodeId('agency', agencyId) });
  const contactId = await createContact(tx, contact);
  await linkContact(tx, { creatorId: creator, contactId, routing: 'none' });
  await createCustomField(tx, { label: markers.any, type: 'text' });
  await createTask(tx, { title: `Ask ${markers.any}`, source: 'person', creatorId: creator });
  const mailboxId = await createMailbox(tx, {
    brandId,
    address: `team@${markers.any}.example`,
    displayName: markers.any,
  });
  const outside = { creatorId: encodeId('creator', creator), mailboxId: encodeId('mailbox', mailboxId) };
  await queueMessage(tx, queueMessageSchema.parse({ ...outside, subject: markers.any, html: `<p>${markers.any}</p>` }));
}

async function addFiles(tx: Tx, analysis: object): Promise<void> {
  const { workspaceId } = tx.ctx;
  const file = {
    id: newId(),
    workspaceId,
    hash: 'ab'.repeat(32),
    size: 4n,
    name: `${markers.any}.csv`,
    contentType: 'text/csv',
  };
  await tx.db.storedFile.create({ data: file });
  await tx.db.import.create({ data: { id: newId(), workspaceId, fileName: file.name, fileId: file.id, analysis } });
  await tx.db.export.create({
    data: { id: newId(), workspaceId, subject: 'creators', format: 'csv', request: {}, fileId: file.id },
  });
  const filter = { combine: 'and', conditions: [] };
  await tx.db.segment.create({ data: { id: newId(), workspaceId, name: markers.any, filter } });
  const message = await tx.db.message.findFirstOrThrow();
  await tx.db.attachment.create({
    data: { id: newId(), workspaceId, messageId: message.id, fileId: file.id, name: file.name, position: 0 },
  });
  await tx.execute(sql`
    insert into effect (id, workspace_id, event_id, subscriber, recipient, due_at)
    select ${newId()}::uuid, workspace_id, id, 'threads.send-message', '-', now() from domain_event
    where subject_type = 'message' limit 1`);
  await tx.execute(sql`
    insert into notification (id, workspace_id, membership_id, kind, about, event_id, subject_type, subject_id, title, in_app, created_at)
    select ${newId()}::uuid, e.workspace_id, m.id, 'mention', 'x', e.id, 'message', e.subject_id, ${markers.any}, true, now()
    from domain_event e join membership m on m.role = 'admin' where e.subject_type = 'message' limit 1`);
  const words = { workspaceId, name: markers.any };
  await tx.db.template.create({ data: { ...words, id: newId(), kind: 'snippet', html: `<p>${markers.any}</p>` } });
  const { id: ownerId } = await tx.db.membership.findFirstOrThrow();
  await tx.db.inboxView.create({ data: { ...words, id: newId(), ownerId, shared: true, filter: { view: 'open' } } });
  const handle = await tx.db.handle.findFirstOrThrow();
  await tx.db.audienceSnapshot.create({
    data: { id: newId(), workspaceId, handleId: handle.id, asOf: tx.ctx.now, source: markers.any },
  });
}

const tables: Partial<Record<IdKind, string>> = {
  membership: 'membership',
  brand: 'brand',
  apiKey: 'api_key',
  handle: 'handle',
  emailAddress: 'email_address',
  phoneNumber: 'phone_number',
  agency: 'agency',
  contact: 'contact',
  tag: 'tag',
  customField: 'custom_field',
  note: 'note',
  quote: 'quote',
  merge: 'creator_merge',
  segment: 'segment',
  audience: 'audience_snapshot',
  import: 'import',
  export: 'export',
  file: 'stored_file',
  mailbox: 'mailbox',
  thread: 'thread',
  template: 'template',
  inboxView: 'inbox_view',
  message: 'message',
  recipient: 'message_recipient',
  attachment: 'attachment',
  task: 'task',
  notification: 'notification',
  event: 'domain_event',
  effect: 'effect',
  workspace: 'workspace',
};

async function idsOf(tx: Tx): Promise<SubjectIds> {
  const ids: SubjectIds = {};
  for (const [kind, table] of Object.entries(tables) as [IdKind, string][]) {
    const [row] = await tx.db.$queryRawUnsafe<{ id: string }[]>(`select id from ${table} order by id limit 1`);
    if (row) ids[kind] = encodeId(kind, row.id);
  }
  return ids;
}
