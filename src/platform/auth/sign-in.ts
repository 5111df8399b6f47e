import { createContext } from '@/platform/auth/context';
import { signedIn, signInRefused } from '@/platform/auth/events';
import { isPassword } from '@/platform/auth/password';
import { createSession } from '@/platform/auth/session';
import { inWorkspace } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { rowsOfUser, unscopedRows } from '@/platform/db/unscoped';
import { recordEvent } from '@/platform/events/record-event';
import { logger } from '@/platform/logger/logger';
import { countSignIn, forgetSignIns } from '@/platform/rate-limit/rate-limit';
import { isAppError } from '@/shared/errors';
import { encodeId, newId } from '@/shared/ids';

export interface Credentials {
  email: string;
  password: string;
  ip: string;
  userAgent: string | null;
}

export interface SignedIn {
  userId: string;
  name: string;
  email: string;
  sessionId: string;
}

interface UserRow {
  id: string;
  name: string;
  email: string;
  password_hash: string | null;
}

/**
 * Begins a session for an e-mail address and its password; null when they do not fit. A refusal of a known address is
 * an event of each of its workspaces, that of an unknown one only a log line.
 * @throws AppError rate_limited
 */
export async function signIn(credentials: Credentials): Promise<SignedIn | null> {
  const email = credentials.email.trim().toLowerCase();
  const [user] = await unscopedRows<UserRow>(
    sql`select id, name, email, password_hash from app_user where email = ${email}`,
  );
  try {
    await countSignIn(email, credentials.ip);
  } catch (error) {
    if (user && isAppError(error)) await recordForMemberships(user.id, 'rate_limited');
    throw error;
  }
  const right = await isPassword(user?.password_hash ?? null, credentials.password);
  if (!user || !right) {
    logger().warn({ known: user !== undefined, ip: credentials.ip }, 'a sign-in was refused');
    if (user) await recordForMemberships(user.id, 'wrong_password');
    return null;
  }
  await forgetSignIns(email);
  await recordForMemberships(user.id, null);
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    sessionId: await createSession(user.id, credentials.userAgent),
  };
}

async function recordForMemberships(userId: string, refused: 'wrong_password' | 'rate_limited' | null): Promise<void> {
  const memberships = await rowsOfUser<{ id: string; workspace_id: string; name: string }>(
    userId,
    sql`select m.id, m.workspace_id, u.name from membership m join app_user u on u.id = m.user_id
      where m.user_id = ${userId}::uuid and m.removed_at is null`,
  );
  for (const member of memberships) {
    const ctx = createContext({
      workspaceId: member.workspace_id,
      actor: { type: 'user', membershipId: member.id, userId, name: member.name },
      role: null,
      permissions: new Set(),
      scope: { brandIds: [], campaignIds: [] },
      fields: { money: false, personal: false },
      now: new Date(),
      requestId: encodeId('request', newId()),
    });
    await inWorkspace(ctx, (tx) =>
      refused
        ? recordEvent(tx, signInRefused, { subjectId: member.id, payload: { reason: refused } })
        : recordEvent(tx, signedIn, { subjectId: member.id, payload: { name: member.name } }),
    );
  }
}
