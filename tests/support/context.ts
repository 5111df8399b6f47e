import { addMember } from '@/features/members/commands/add-member';
import { createApiKey } from '@/features/members/commands/create-api-key';
import { createBrand } from '@/features/members/commands/create-brand';
import { createWorkspace } from '@/features/members/commands/create-workspace';
import { createContext, type Actor, type Context, type ContextParts } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { closePool } from '@/platform/db/pool';
import { newId } from '@/shared/ids';
import { permissions, permissionsOf, type Permission, type Role } from '@/shared/permissions';
import { createTestDatabase } from './database';

/** A database of this file's own, with the product's own pool on it. Call in beforeAll; `close` in afterAll. */
export async function useTestDatabase(): Promise<{ ownerUrl: string; appUrl: string; close(): Promise<void> }> {
  const database = await createTestDatabase();
  Object.assign(process.env, testEnvironment(database.appUrl));
  return {
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    async close() {
      await closePool();
      await database.drop();
    },
  };
}

/** What `env()` wants, on loopback addresses nothing listens on unless a test says so. */
export function testEnvironment(appUrl: string): Record<string, string> {
  return {
    DATABASE_URL: appUrl,
    SMTP_URL: 'smtp://127.0.0.1:9',
    STORAGE_URL: `file:${process.env['TMPDIR'] ?? '/tmp'}/rapport-test-${process.pid}`,
    APP_URL: 'http://localhost:3000',
    NEXTAUTH_URL: 'http://localhost:3000',
    NEXTAUTH_SECRET: 'a secret for tests only, longer than 32',
    ENCRYPTION_KEY: '00'.repeat(32),
    ALLOW_PRIVATE_HOSTS: '1',
    LOG_LEVEL: 'silent',
  };
}

export interface TestWorkspace {
  id: string;
  slug: string;
  brandId: string;
  /** A Context of the member with this role; `overrides` narrows scope or fields, or sets the time. */
  ctx(role?: Role, overrides?: Partial<ContextParts>): Context;
  /** A key with these permissions (all by default). */
  createKey(granted?: Permission[]): Promise<string>;
  members: Record<Role, { userId: string; membershipId: string }>;
}

/** A workspace with a brand and one member per role, made by the product's own commands. */
export async function createTestWorkspace(name = 'Test'): Promise<TestWorkspace> {
  const id = newId();
  const slug = `t-${id.slice(-12)}`;
  const founder = contextFor(id, { type: 'worker' }, 'admin');
  const members = {} as TestWorkspace['members'];
  const brandId = await inWorkspace(founder, async (tx) => {
    await createWorkspace(tx, { name, slug });
    for (const role of ['admin', 'manager', 'marketer', 'legal', 'finance', 'viewer'] as const) {
      members[role] = await addMember(tx, { email: `${role}@${slug}.example`, name: `${name} ${role}`, role });
    }
    return createBrand(tx, {
      name: `${name} brand`,
      senderName: name,
      currency: 'EUR',
      reportingZone: 'Europe/Berlin',
    });
  });
  const ctx: TestWorkspace['ctx'] = (role = 'admin', overrides = {}) =>
    contextFor(id, { type: 'user', ...members[role], name: `${name} ${role}` }, role, overrides);
  return {
    id,
    slug,
    brandId,
    ctx,
    members,
    createKey: async (granted = permissions) => {
      const made = await inWorkspace(ctx('admin'), (tx) =>
        createApiKey(tx, { name: 'test', permissions: granted, requestsPerMinute: 1e6 }),
      );
      return made.key;
    },
  };
}

// eslint-disable-next-line max-params -- a test's shorthand
function contextFor(workspaceId: string, actor: Actor, role: Role, overrides: Partial<ContextParts> = {}): Context {
  return createContext({
    workspaceId,
    actor,
    role,
    permissions: permissionsOf(role),
    scope: { brandIds: 'all', campaignIds: 'all' },
    fields: { money: true, personal: true },
    now: new Date(),
    requestId: `req_test${newId().slice(0, 8)}`,
    ...overrides,
  });
}
