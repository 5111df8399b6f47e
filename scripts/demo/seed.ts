import { addMember } from '@/features/members/commands/add-member';
import { createApiKey } from '@/features/members/commands/create-api-key';
import { createBrand } from '@/features/members/commands/create-brand';
import { createWorkspace } from '@/features/members/commands/create-workspace';
import { createMailbox } from '@/features/threads/commands/create-mailbox';
import { createContext, type Context } from '@/platform/auth/context';
import { hashPassword } from '@/platform/auth/password';
import { inWorkspace } from '@/platform/db/in-workspace';
import { closePool } from '@/platform/db/pool';
import { sql } from '@/platform/db/rows';
import { unscopedRows } from '@/platform/db/unscoped';
import { newId } from '@/shared/ids';
import { permissions, permissionsOf, type Role } from '@/shared/permissions';
import { analyzeTables } from '../fill/analyze-tables';
import { fillCreators } from '../fill/fill-creators';
import { findWorkspaceId } from '../find-workspace';
import type { DemoPeople } from './demo-workspace';
import type { SignIn } from './describe-demo';
import { tellHistory } from './tell-history';

const password = 'rapport-demo';
const slug = 'lumen-skincare';
/** Its address while it is being filled: a seed that is killed leaves no half demo behind. */
const unfinishedSlug = 'lumen-skincare-filling';

const people: Record<Role, { name: string; email: string }> = {
  admin: { name: 'Tara Chen', email: 'tara@lumen.example' },
  manager: { name: 'Marco Silva', email: 'marco@lumen.example' },
  marketer: { name: 'Juno Park', email: 'juno@lumen.example' },
  legal: { name: 'Ben Adler', email: 'ben@lumen.example' },
  finance: { name: 'Iris Novak', email: 'iris@lumen.example' },
  viewer: { name: 'Paul Meyer', email: 'paul@lumen.example' },
};

/**
 * Fills an empty database with the demo: a brand with 40 creators and their history, one member per role, and a second,
 * empty workspace of the admin. A database that has it already is left as it is, but for `DEMO_API_KEY`.
 * Needs the product's environment to be set.
 */
export async function seedDemo({
  ownerUrl,
  creators,
  log,
}: {
  ownerUrl: string;
  /** A crowd of so many beside the 40, to feel the size. */
  creators: number;
  log: (line: string) => void;
}): Promise<{ apiKey: string; signIns: SignIn[]; isNew: boolean }> {
  const key = process.env['DEMO_API_KEY'] || 'rpk_demo_lumen_skincare';
  const [known] = await unscopedRows<{ id: string }>(sql`select id from find_workspace(${slug})`);
  if (known) await ensureKey(known.id, key);
  else {
    log('Filling the database with the demo workspace.');
    await setUnfinishedAside();
    await foundDemo(key);
  }
  if (creators > 0) await addCrowd(ownerUrl, creators, log);
  await closePool();
  const signIns = Object.entries(people).map(([role, { email }]) => ({ role, email, password }));
  return { apiKey: key, signIns, isNew: !known };
}

async function addCrowd(ownerUrl: string, count: number, log: (line: string) => void): Promise<void> {
  const analyze = () => analyzeTables(ownerUrl);
  await fillCreators({ workspaceId: await findWorkspaceId(slug), count, analyze, log });
}

async function foundDemo(key: string): Promise<void> {
  const workspaceId = newId();
  const passwordHash = await hashPassword(password);
  const founded = new Date(Date.now() - 760 * 24 * 60 * 60_000);
  const founder = contextOf(workspaceId, founded, null);
  const members = {} as DemoPeople;
  const { brandId, mailboxId } = await inWorkspace(founder, async (tx) => {
    await createWorkspace(tx, { name: 'Lumen Skincare', slug: unfinishedSlug });
    for (const [role, person] of Object.entries(people) as [Role, (typeof people)[Role]][]) {
      const { membershipId, userId } = await addMember(tx, {
        ...person,
        role,
        passwordHash,
        timeZone: 'Europe/Berlin',
      });
      members[role] = { membershipId, userId, name: person.name };
    }
    const lumen = await createBrand(tx, {
      name: 'Lumen Skincare',
      senderName: 'Lumen Skincare',
      legalEntity: 'Lumen Skincare GmbH',
      postalAddress: 'Torstraße 1, 10119 Berlin, Germany',
      currency: 'EUR',
      reportingZone: 'Europe/Berlin',
      competitors: ['Solene', 'Dermis & Co'],
    });
    const address = { address: 'partners@lumen.example', displayName: 'Lumen Skincare Partnerships' };
    return { brandId: lumen, mailboxId: await createMailbox(tx, { brandId: lumen, ...address }) };
  });
  await ensureKey(workspaceId, key);
  await tellHistory({
    brandId,
    mailboxId,
    as: (role, at) => contextOf(workspaceId, at, { role, ...members[role] }),
    members,
  });
  await foundSecond(passwordHash);
  await inWorkspace(founder, (tx) => tx.db.workspace.update({ where: { id: workspaceId }, data: { slug } }));
}

/** What a killed run had begun belongs to nobody any more. */
async function setUnfinishedAside(): Promise<void> {
  const [unfinished] = await unscopedRows<{ id: string }>(sql`select id from find_workspace(${unfinishedSlug})`);
  if (!unfinished) return;
  await inWorkspace(contextOf(unfinished.id, new Date(), null), async (tx) => {
    await tx.db.membership.updateMany({ data: { removedAt: tx.ctx.now } });
    await tx.db.workspace.update({
      where: { id: unfinished.id },
      data: { slug: `abandoned-${unfinished.id.slice(-12)}` },
    });
  });
}

/** Empty, so that a person sees the switcher and how a workspace begins. */
async function foundSecond(passwordHash: string): Promise<void> {
  const [known] = await unscopedRows(sql`select id from find_workspace('atlas-outdoor')`);
  if (known) return;
  await inWorkspace(contextOf(newId(), new Date(), null), async (tx) => {
    await createWorkspace(tx, { name: 'Atlas Outdoor', slug: 'atlas-outdoor' });
    await addMember(tx, { ...people.admin, role: 'admin', passwordHash });
    const brandId = await createBrand(tx, {
      name: 'Atlas Outdoor',
      senderName: 'Atlas',
      currency: 'USD',
      reportingZone: 'America/Denver',
    });
    await createMailbox(tx, { brandId, address: 'creators@atlas.example', displayName: 'Atlas Outdoor' });
  });
}

async function ensureKey(workspaceId: string, key: string): Promise<void> {
  await inWorkspace(contextOf(workspaceId, new Date(), null), async (tx) => {
    const name = 'Demo key';
    if (await tx.db.apiKey.findFirst({ where: { name } })) return;
    await createApiKey(tx, { name, permissions, key, requestsPerMinute: 100_000 });
  });
}

type Member = { role: Role; membershipId: string; userId: string; name: string } | null;

function contextOf(workspaceId: string, now: Date, member: Member): Context {
  return createContext({
    workspaceId,
    actor: member
      ? { type: 'user', membershipId: member.membershipId, userId: member.userId, name: member.name }
      : { type: 'worker' },
    role: member?.role ?? 'admin',
    permissions: permissionsOf('admin'),
    scope: { brandIds: 'all', campaignIds: 'all' },
    fields: { money: true, personal: true },
    now,
    requestId: 'req_demo',
  });
}
