import { createHash, randomBytes } from 'node:crypto';
import { hashPassword } from '@/platform/auth/password';
import { sql } from '@/platform/db/rows';
import { unscopedRows } from '@/platform/db/unscoped';
import { AppError } from '@/shared/errors';

const hoursValid = 72;

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A one-time link's token, valid 72 hours; earlier ones of the person end. Only its hash is kept. */
export async function createSignInLink(userId: string): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await unscopedRows(sql`with ended as (delete from sign_in_link where user_id = ${userId}::uuid)
    insert into sign_in_link (token_hash, user_id, expires_at)
    values (${hashToken(token)}, ${userId}::uuid, now() + make_interval(hours => ${hoursValid}::int))`);
  return token;
}

/** Whose link this is, if it still works. */
export async function findSignInLink(token: string): Promise<{ email: string } | null> {
  const [found] = await unscopedRows<{
    email: string;
  }>(sql`select u.email from sign_in_link l join app_user u on u.id = l.user_id
    where l.token_hash = ${hashToken(token)} and l.used_at is null and l.expires_at > now()`);
  return found ?? null;
}

/**
 * Uses a one-time link up and sets the person's password; their sessions so far end.
 * @throws AppError not_found when the link is unknown, used or expired
 */
export async function choosePassword(input: { token: string; password: string }): Promise<{ email: string }> {
  const passwordHash = await hashPassword(input.password);
  const [user] = await unscopedRows<{ email: string }>(sql`
    with used as (
      update sign_in_link set used_at = now()
      where token_hash = ${hashToken(input.token)} and used_at is null and expires_at > now() returning user_id
    ), ended as (
      update session set revoked_at = now() from used where session.user_id = used.user_id and revoked_at is null
    )
    update app_user set password_hash = ${passwordHash} from used where app_user.id = used.user_id returning app_user.email`);
  if (!user)
    throw new AppError('not_found', {
      reason: 'link',
      message: 'This link was used or has expired. Ask for a new one.',
    });
  return user;
}
