import { z } from 'zod';
import { addMember } from '@/features/members/commands/add-member';
import { createBrand } from '@/features/members/commands/create-brand';
import { createWorkspace } from '@/features/members/commands/create-workspace';
import { toWorkspaceSlug } from '@/features/members/model/workspace-slug';
import { createMailbox } from '@/features/threads/commands/create-mailbox';
import { toMailAddress } from '@/features/threads/schemas/mail-address';
import { createSignInLink } from '@/platform/auth/choose-password';
import { createContext, type Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { unscopedRows } from '@/platform/db/unscoped';
import { env } from '@/platform/env/env';
import { encodeId, newId } from '@/shared/ids';
import { permissionsOf } from '@/shared/permissions';

/** A Context for an operator at the console: everything, in one workspace. */
export function operatorContext(workspaceId: string): Context {
  return createContext({
    workspaceId,
    actor: { type: 'worker' },
    role: 'admin',
    permissions: permissionsOf('admin'),
    scope: { brandIds: 'all', campaignIds: 'all' },
    fields: { money: true, personal: true },
    now: new Date(),
    requestId: encodeId('request', newId()),
  });
}

/**
 * Founds a workspace with one brand, one admin and a mailbox of the admin's address to write from. The link is null when the admin has a password already.
 * @throws Error naming what is wrong with the name or the address
 */
export async function foundWorkspace(input: {
  workspace: string;
  email: string;
  name?: string | undefined;
}): Promise<{ slug: string; link: string | null }> {
  if (!z.email().max(254).safeParse(input.email).success)
    throw new Error(`--email: "${input.email}" is not an e-mail address`);
  const name = input.workspace.trim();
  if (name.length < 1 || name.length > 100) throw new Error('--workspace: a name has 1 to 100 characters');
  const slug = toWorkspaceSlug(name);
  const ctx = operatorContext(newId());
  const { userId } = await inWorkspace(ctx, async (tx) => {
    await createWorkspace(tx, { name, slug });
    const brandId = await createBrand(tx, { name, senderName: name, currency: 'EUR', reportingZone: 'UTC' });
    const address = toMailAddress(input.email);
    if (address) await createMailbox(tx, { brandId, address, displayName: name });
    return addMember(tx, {
      email: input.email,
      name: input.name ?? input.email.split('@')[0] ?? input.email,
      role: 'admin',
    });
  });
  const [user] = await unscopedRows<{ known: boolean }>(
    sql`select password_hash is not null as known from app_user where id = ${userId}::uuid`,
  );
  return { slug, link: user?.known ? null : `${env().APP_URL}/welcome/${await createSignInLink(userId)}` };
}
