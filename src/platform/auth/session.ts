import { createContext, type Context } from '@/platform/auth/context';
import { sql } from '@/platform/db/rows';
import { rowsOfUser, unscopedRows } from '@/platform/db/unscoped';
import { AppError } from '@/shared/errors';
import { newId } from '@/shared/ids';
import { permissionsOf, type Role } from '@/shared/permissions';

const sessionDays = 30;

/** Whose browser this is, as the signed cookie says; checked against the session's row at each request. */
export interface SessionClaim {
  sessionId: string;
  userId: string;
}

export interface WorkspaceChoice {
  id: string;
  slug: string;
  name: string;
  role: Role;
}

interface MemberRow {
  id: string;
  workspace_id: string;
  name: string;
  role: Role;
  brand_ids: string[];
  sees_all_brands: boolean;
  sees_money: boolean;
  sees_personal: boolean;
}

/** Begins a session that lasts 30 days or until it is revoked. */
export async function createSession(userId: string, userAgent: string | null): Promise<string> {
  const id = newId();
  await unscopedRows(sql`insert into session (id, user_id, expires_at, user_agent)
    values (${id}::uuid, ${userId}::uuid, now() + make_interval(days => ${sessionDays}::int), ${userAgent?.slice(0, 300) ?? null})`);
  return id;
}

export async function revokeSession(sessionId: string): Promise<void> {
  await unscopedRows(sql`update session set revoked_at = now() where id = ${sessionId}::uuid and revoked_at is null`);
}

/**
 * The Context of a signed-in request to a workspace. Session and membership are read each time.
 * @throws AppError unauthenticated (session ended or revoked), not_found (not a member, or no such workspace)
 */
export async function contextOfSession(claim: SessionClaim, slug: string, requestId: string): Promise<Context> {
  const [member] = await rowsOfUser<MemberRow & { alive: boolean }>(
    claim.userId,
    sql`select m.id, m.workspace_id, u.name, m.role, m.brand_ids, m.sees_all_brands, m.sees_money, m.sees_personal
      from session s
      join app_user u on u.id = s.user_id
      join membership m on m.user_id = s.user_id and m.removed_at is null
      join workspace w on w.id = m.workspace_id
      where s.id = ${claim.sessionId}::uuid and s.user_id = ${claim.userId}::uuid
        and s.revoked_at is null and s.expires_at > now() and w.slug = ${slug}`,
  );
  if (!member) {
    if (!(await isAlive(claim)))
      throw new AppError('unauthenticated', { message: 'Your session has ended. Sign in again.' });
    throw new AppError('not_found');
  }
  return createContext({
    workspaceId: member.workspace_id,
    actor: { type: 'user', membershipId: member.id, userId: claim.userId, name: member.name },
    role: member.role,
    permissions: permissionsOf(member.role),
    scope: { brandIds: member.sees_all_brands ? 'all' : member.brand_ids, campaignIds: 'all' },
    fields: { money: member.sees_money, personal: member.sees_personal },
    now: new Date(),
    requestId,
  });
}

/** Whether the session still stands. */
export async function isAlive(claim: SessionClaim): Promise<boolean> {
  const rows = await unscopedRows(sql`select from session
    where id = ${claim.sessionId}::uuid and user_id = ${claim.userId}::uuid and revoked_at is null and expires_at > now()`);
  return rows.length === 1;
}

/** The workspaces a person may choose from, in the order they joined them. */
export async function findOwnWorkspaces(userId: string): Promise<WorkspaceChoice[]> {
  return rowsOfUser<WorkspaceChoice>(
    userId,
    sql`select w.id, w.slug, w.name, m.role from membership m join workspace w on w.id = m.workspace_id
      where m.user_id = ${userId}::uuid and m.removed_at is null order by m.created_at, w.id`,
  );
}

/** Name and address of the person who is signed in. */
export async function getOwnUser(userId: string): Promise<{ id: string; name: string; email: string }> {
  const [user] = await unscopedRows<{ id: string; name: string; email: string }>(
    sql`select id, name, email from app_user where id = ${userId}::uuid`,
  );
  if (!user) throw new AppError('unauthenticated');
  return user;
}
