import { sourceOf } from '@/features/creators/commands/source-of';
import type { EmailInput, PhoneInput } from '@/features/creators/schemas/address';
import type { HandleInput } from '@/features/creators/schemas/handle';
import type { Tx } from '@/platform/db/in-workspace';
import { newId } from '@/shared/ids';

/** Whose an address or number is. */
export type AddressOwner = { creatorId: string } | { contactId: string };

/** Adds handles to a creator, each account once; the first is primary when none says so. Answers their ids. */
export async function insertHandles(tx: Tx, creatorId: string, handles: readonly HandleInput[]): Promise<string[]> {
  const rows = primaryFirst(uniqueBy(handles, (handle) => `${handle.platform} ${handle.normalized}`)).map((handle) => ({
    id: newId(),
    workspaceId: tx.ctx.workspaceId,
    creatorId,
    platform: handle.platform,
    name: handle.name,
    normalizedName: handle.normalized,
    url: handle.url ?? null,
    platformAccountId: handle.platformAccountId ?? null,
    isPrimary: handle.isPrimary,
    createdAt: tx.ctx.now,
  }));
  if (rows.length > 0) await tx.db.handle.createMany({ data: rows });
  return rows.map((row) => row.id);
}

/** The same for e-mail addresses. */
export async function insertEmails(tx: Tx, owner: AddressOwner, emails: readonly EmailInput[]): Promise<string[]> {
  const rows = primaryFirst(uniqueBy(emails, (email) => email.normalized)).map((email) => ({
    ...owner,
    id: newId(),
    workspaceId: tx.ctx.workspaceId,
    address: email.address,
    normalized: email.normalized,
    label: email.label ?? null,
    isPrimary: email.isPrimary,
    source: email.source ?? sourceOf(tx),
    legalBasis: email.legalBasis,
    createdAt: tx.ctx.now,
  }));
  if (rows.length > 0) await tx.db.emailAddress.createMany({ data: rows });
  return rows.map((row) => row.id);
}

/** The same for telephone numbers. */
export async function insertPhones(tx: Tx, owner: AddressOwner, phones: readonly PhoneInput[]): Promise<string[]> {
  const rows = primaryFirst(uniqueBy(phones, (phone) => phone.number)).map((phone) => ({
    ...owner,
    id: newId(),
    workspaceId: tx.ctx.workspaceId,
    number: phone.number,
    label: phone.label ?? null,
    isPrimary: phone.isPrimary,
    source: phone.source ?? sourceOf(tx),
    createdAt: tx.ctx.now,
  }));
  if (rows.length > 0) await tx.db.phoneNumber.createMany({ data: rows });
  return rows.map((row) => row.id);
}

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...new Map([...items].reverse().map((item) => [key(item), item])).values()].reverse();
}

/** Exactly one of a creator's first entries is primary: the one that says so, else the first. */
function primaryFirst<T extends { isPrimary?: boolean | undefined }>(items: T[]): (T & { isPrimary: boolean })[] {
  const chosen = Math.max(
    items.findIndex((item) => item.isPrimary),
    0,
  );
  return items.map((item, position) => ({ ...item, isPrimary: position === chosen }));
}
