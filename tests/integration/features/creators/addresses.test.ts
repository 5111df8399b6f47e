import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addEmail } from '@/features/creators/commands/add-email';
import { addHandle } from '@/features/creators/commands/add-handle';
import { addPhone } from '@/features/creators/commands/add-phone';
import { createContact } from '@/features/creators/commands/create-contact';
import { recordHandleMetrics } from '@/features/creators/commands/record-handle-metrics';
import { removeAddress } from '@/features/creators/commands/remove-address';
import { removeHandle } from '@/features/creators/commands/remove-handle';
import { setPrimaryAddress } from '@/features/creators/commands/set-primary-address';
import { setPrimaryHandle } from '@/features/creators/commands/set-primary-handle';
import { updateAddress } from '@/features/creators/commands/update-address';
import { updateHandle } from '@/features/creators/commands/update-handle';
import { findHandles } from '@/features/creators/queries/find-handles';
import { getCreator } from '@/features/creators/queries/get-creator';
import { emailSchema, phoneSchema } from '@/features/creators/schemas/address';
import { handleSchema } from '@/features/creators/schemas/handle';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { decodeId, newId } from '@/shared/ids';
import { createTestWorkspace, useTestDatabase, type TestWorkspace } from '../../../support/context';
import { addCreator, eventsOf, refusalOf } from '../../../support/creators';

let database: Awaited<ReturnType<typeof useTestDatabase>>;
let workspace: TestWorkspace;
let creatorId: string;
let handleId: string;
beforeAll(async () => {
  database = await useTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  workspace = await createTestWorkspace();
  creatorId = await addCreator(workspace.ctx(), { handles: [{ platform: 'instagram', name: 'ada' }] });
  handleId = decodeId('handle', (await record()).handles[0]?.id ?? '');
});

const run = <T>(work: (tx: Tx) => Promise<T>, ctx = workspace.ctx('marketer')) => inWorkspace(ctx, work);
const record = (id = creatorId) => run((tx) => getCreator(tx, id));
const newTypes = async () =>
  (await eventsOf(workspace.ctx()))
    .map((event) => event.type)
    .filter((type) => /^(handle|email|phone|contact)/.test(type));
const handle = (platform: string, name: string) => handleSchema.parse({ platform, name });
const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('addresses and numbers', () => {
  const email = (address: string, more = {}) => emailSchema.parse({ address, ...more });

  test('are added once, described, made primary and removed', async () => {
    await run((tx) =>
      addEmail(tx, {
        creatorId,
        email: email('one@example.org', { source: 'her profile', legalBasis: 'public_profile' }),
      }),
    );
    await run((tx) => addEmail(tx, { creatorId, email: email('ONE@example.org') }));
    await run((tx) => addEmail(tx, { creatorId, email: email('two@example.org') }));
    const [one, two] = (await record()).emails?.map(({ id }) => decodeId('emailAddress', id)) ?? [];
    expect(await record()).toMatchObject({
      primaryEmail: 'one@example.org',
      emails: [{ source: 'her profile', isPrimary: true }, { isPrimary: false }],
    });
    await run((tx) => setPrimaryAddress(tx, { kind: 'email', id: two ?? '' }));
    expect((await record()).primaryEmail).toBe('two@example.org');
    await run((tx) => updateAddress(tx, { kind: 'email', id: one ?? '', legalBasis: 'consent', label: 'private' }));
    await run((tx) => updateAddress(tx, { kind: 'email', id: one ?? '', legalBasis: 'consent', label: 'private' }));
    await run((tx) => removeAddress(tx, { kind: 'email', id: two ?? '' }));
    await run((tx) => removeAddress(tx, { kind: 'email', id: two ?? '' }));
    expect(await record()).toMatchObject({
      primaryEmail: 'one@example.org',
      emails: [{ legalBasis: 'consent', label: 'private' }],
    });
    expect(await newTypes()).toEqual([
      'email_address.added',
      'email_address.added',
      'email_address.made_primary',
      'email_address.updated',
      'email_address.removed',
    ]);
    await run((tx) => addPhone(tx, { creatorId, phone: phoneSchema.parse({ number: '+49 170 1234567' }) }));
    await run((tx) => addPhone(tx, { creatorId, phone: phoneSchema.parse({ number: '0049 1701234567' }) }));
    expect((await record()).phones).toMatchObject([{ number: '+491701234567', isPrimary: true }]);
  });

  test('of another creator ask, or become a shared contact’s', async () => {
    const same = email('desk@agency.example');
    const holder = await addCreator(workspace.ctx(), {
      displayName: 'Holder',
      emails: [{ address: 'desk@agency.example' }],
    });
    const refusal = await refusalOf(run((tx) => addEmail(tx, { creatorId, email: same })));
    expect(refusal.details).toMatchObject({ reason: 'possible_duplicate', extra: { candidates: [{ why: 'email' }] } });
    await run((tx) => addHandle(tx, { creatorId: holder, handle: handle('instagram', 'holder') }));
    await run((tx) => addEmail(tx, { creatorId, email: same }));
    await run((tx) => addEmail(tx, { creatorId, email: same }));
    for (const id of [creatorId, holder])
      expect(await record(id)).toMatchObject({
        emails: [],
        primaryEmail: 'desk@agency.example',
        contacts: [{ routing: 'instead' }],
      });
    expect((await newTypes()).filter((type) => type.startsWith('contact'))).toEqual([
      'contact.created',
      'contact.linked',
      'contact.linked',
    ]);
  });

  test('belong to contacts, too', async () => {
    const contactId = await run((tx) => createContact(tx, { name: 'Mara' }));
    await run((tx) => addEmail(tx, { contactId, email: email('mara@example.org') }));
    await run((tx) => addEmail(tx, { contactId, email: email('mara@example.org') }));
    expect(await newTypes()).toEqual(['contact.created', 'email_address.added']);
  });

  test.each([
    [`${'a'.repeat(243)}@example.org`, 'at most 254'],
    ['not an address', 'e-mail address'],
    ['', 'e-mail address'],
    ['a@b\0.org', 'e-mail address'],
  ])('%# are refused with the reason', (address, message) => {
    const parsed = emailSchema.safeParse({ address });
    expect(parsed.error?.issues[0]).toMatchObject({ path: ['address'], message: expect.stringContaining(message) });
  });

  test('of another workspace are not found', async () => {
    await run((tx) => addEmail(tx, { creatorId, email: email('one@example.org') }));
    const id = decodeId('emailAddress', (await record()).emails?.[0]?.id ?? '');
    const other = (await createTestWorkspace('Other')).ctx();
    for (const command of [
      (tx: Tx) => removeAddress(tx, { kind: 'email', id }),
      (tx: Tx) => setPrimaryAddress(tx, { kind: 'email', id }),
      (tx: Tx) => updateAddress(tx, { kind: 'email', id, label: 'x' }),
      (tx: Tx) => removeAddress(tx, { kind: 'phone', id: newId() }),
      (tx: Tx) => addEmail(tx, { creatorId, email: email('x@example.org') }),
      (tx: Tx) => addEmail(tx, { contactId: newId(), email: email('x@example.org') }),
      (tx: Tx) => addPhone(tx, { creatorId, phone: phoneSchema.parse({ number: '+491701234567' }) }),
      (tx: Tx) => addHandle(tx, { creatorId, handle: handle('x', 'someone') }),
      (tx: Tx) => updateHandle(tx, { id: handleId, name: 'x' }),
      (tx: Tx) => removeHandle(tx, { id: handleId }),
      (tx: Tx) => setPrimaryHandle(tx, { id: handleId }),
      (tx: Tx) =>
        recordHandleMetrics(tx, { handleId, asOf: day('2026-01-01'), source: 's', metrics: { followers: 1 } }),
      (tx: Tx) => findHandles(tx, creatorId),
    ])
      expect((await refusalOf(run<unknown>(command, other))).code).toBe('not_found');
  });
});
