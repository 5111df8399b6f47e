import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMailbox } from '@/features/threads/commands/create-mailbox';
import { findMessages } from '@/features/threads/queries/find-messages';
import { receiveMails } from '@/features/threads/receive-mails';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { readStoredFile } from '@/platform/storage/read-stored-file';
import { useTestDatabase } from '../../../support/context';
import { addCreator, refusalOf } from '../../../support/creators';
import { lookInto, receive, writeMail } from '../../../support/mails';
import { createMailingWorkspace, type MailingWorkspace } from '../../../support/messages';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let here: MailingWorkspace;
const { count, thread } = lookInto(() => here);
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  here = await createMailingWorkspace();
});

const zoe = 'zoe@x.example';

describe('whom a mail is about', () => {
  const manage = async (names: string[]) => {
    const ids: string[] = [];
    for (const displayName of names) ids.push(await addCreator(here.ctx, { displayName }));
    await inWorkspace(here.workspace.ctx(), async (tx) => {
      const { workspaceId } = tx.ctx;
      const contact = await tx.db.contact.create({
        data: { id: crypto.randomUUID(), workspaceId, name: 'Mo Manager', role: 'manager' },
      });
      await tx.db.emailAddress.create({
        data: {
          id: crypto.randomUUID(),
          workspaceId,
          contactId: contact.id,
          address: 'mo@agency.example',
          normalized: 'mo@agency.example',
          source: 'test',
        },
      });
      for (const creatorId of ids)
        await tx.db.creatorContact.create({ data: { workspaceId, creatorId, contactId: contact.id } });
    });
    return ids;
  };
  const proposals = (threadId: string | undefined) =>
    inWorkspace(here.ctx, (tx) =>
      tx.rows<{ creatorId: string; state: string; reason: string }>(sql`
        select creator_id as "creatorId", state, reason from thread_creator where thread_id = ${threadId}::uuid`),
    );

  it('is the one a manager speaks for, and of several those the words name, for a person to confirm', async () => {
    const [ada, , cleo] = await manage(['Ada Amber', 'Bea Bloom', 'Cleo Crane']);
    const mail = await receive(here.ctx, here.mailboxId, {
      from: 'mo@agency.example',
      text: 'Ada and Cleo Crane can do June.',
    });
    expect(mail?.creatorIds).toEqual([]);
    const found = await proposals(mail?.threadId);
    expect(found.map(({ creatorId }) => creatorId).sort()).toEqual([ada, cleo].sort());
    expect(found.every(({ state, reason }) => state === 'proposed' && reason.startsWith('The message names'))).toBe(
      true,
    );
    expect(await thread(mail?.threadId ?? '')).toMatchObject({ triage: false });
  });

  it('is the creator of a plus address, too', async () => {
    const creatorId = await here.addWritable({ emails: [{ address: zoe }] });
    const mail = await receive(here.ctx, here.mailboxId, { from: 'zoe+collabs@x.example' });
    expect(mail?.creatorIds).toEqual([creatorId]);
  });

  it('of an unknown sender is asked of a person; of an ignored one nobody is', async () => {
    const unknown = await receive(here.ctx, here.mailboxId, { from: 'new@y.example' });
    expect(await thread(unknown?.threadId ?? '')).toMatchObject({ triage: true, state: 'open' });
    await inWorkspace(here.ctx, (tx) =>
      tx.db.ignoredSender.create({ data: { workspaceId: tx.ctx.workspaceId, address: 'spam@y.example' } }),
    );
    const ignored = await receive(here.ctx, here.mailboxId, { from: 'spam@y.example', subject: 'Buy' });
    expect(await thread(ignored?.threadId ?? '')).toMatchObject({ triage: false, state: 'done' });
  });
});

describe('a personal mailbox', () => {
  it('keeps mail with people the workspace knows and nothing else, for its owner alone', async () => {
    const { membershipId } = here.workspace.members.marketer;
    const personal = await inWorkspace(here.workspace.ctx(), async (tx) => {
      const id = await createMailbox(tx, {
        brandId: here.workspace.brandId,
        address: 'kim@acme.example',
        displayName: 'Kim',
      });
      await tx.execute(
        sql`update mailbox set kind = 'personal', owner_id = ${membershipId}::uuid, visibility = 'owner' where id = ${id}::uuid`,
      );
      return id;
    });
    const known = await here.addWritable({ emails: [{ address: zoe }] });
    const toDoctor = writeMail({ from: 'doctor@private.example' });
    expect(await receive(here.ctx, personal, { raw: toDoctor })).toBeNull();
    const hash = createHash('sha256').update(toDoctor).digest('hex');
    expect((await refusalOf(readStoredFile(here.ctx, hash))).code).toBe('unavailable');
    const kept = await receive(here.ctx, personal, { from: zoe });
    expect(kept?.creatorIds).toEqual([known]);
    expect(await count(sql`message`)).toBe(1);
    const stranger = writeMail({
      id: '<stranger@y.example>',
      from: 'friend@private.example',
      at: '2026-11-19T10:00:00Z',
    });
    const forwarded = writeMail({ from: zoe, headers: { References: '<stranger@y.example>' } });
    const outcomes = await receiveMails(here.ctx, {
      mailboxId: personal,
      history: false,
      mails: [stranger, forwarded].map((raw, hour) => ({ raw, receivedAt: new Date(Date.UTC(2026, 10, 19, hour)) })),
    });
    expect(outcomes.map((outcome) => outcome !== null)).toEqual([false, true]);
    const seenBy = (role: 'marketer' | 'admin') =>
      inWorkspace(here.workspace.ctx(role), async (tx) => (await findMessages(tx, { limit: 10 })).data);
    expect(await seenBy('marketer')).toHaveLength(2);
    expect(await seenBy('admin')).toHaveLength(0);
  });

  it('of another workspace cannot be written into', async () => {
    const elsewhere = await createMailingWorkspace();
    const refusal = await refusalOf(receive(here.ctx, elsewhere.mailboxId));
    expect(refusal.code).toBe('not_found');
  });
});
