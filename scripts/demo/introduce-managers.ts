import { createAgency } from '@/features/creators/commands/create-agency';
import { createContact } from '@/features/creators/commands/create-contact';
import { linkContact } from '@/features/creators/commands/link-contact';
import { createContactSchema } from '@/features/creators/schemas/contact';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { encodeId } from '@/shared/ids';
import { demoCreators } from './creators.data';
import type { DemoWorkspace } from './demo-workspace';

const agencies = [
  { name: 'North Talent', website: 'https://north-talent.example', note: 'Invoices to Amsterdam, 30 days.' },
  { name: 'Studio Mar', website: 'https://studio-mar.example' },
];

/** Managers who stand in for their creators, two of three of them of an agency. */
export async function introduceManagers(workspace: DemoWorkspace, ids: ReadonlyMap<string, string>): Promise<void> {
  await inWorkspace(workspace.as('manager', new Date()), async (tx) => {
    const agencyIds: string[] = [];
    for (const agency of agencies) agencyIds.push(encodeId('agency', await createAgency(tx, agency)));
    const managed = demoCreators.flatMap(({ name, manager }) => (manager ? [{ name, manager }] : []));
    for (const [index, { name, manager }] of managed.entries()) {
      await introduceManager(tx, { name: manager, agencyId: agencyIds[index % 3], creatorId: ids.get(name) ?? '' });
    }
  });
}

/** Where a manager of the demo is written to. */
export function managerAddress(name: string): string {
  return `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@management.example`;
}

interface Manager {
  name: string;
  agencyId: string | undefined;
  creatorId: string;
}

async function introduceManager(tx: Tx, { name, agencyId, creatorId }: Manager): Promise<void> {
  const address = managerAddress(name);
  const input = createContactSchema.parse({
    name,
    role: 'manager',
    agencyId: agencyId ?? null,
    emails: [{ address, isPrimary: true, source: 'signature of a mail' }],
  });
  const contactId = await createContact(tx, input);
  await linkContact(tx, { creatorId, contactId, role: 'manager', topics: ['fees', 'contracts'], routing: 'copied' });
}
