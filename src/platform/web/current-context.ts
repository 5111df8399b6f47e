import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { getServerSession, type NextAuthOptions } from 'next-auth';
import { cache } from 'react';
import type { Context } from '@/platform/auth/context';
import { authOptions, claimOf } from '@/platform/auth/options';
import { contextOfSession, isAlive, type SessionClaim } from '@/platform/auth/session';
import { requestIdOf } from '@/platform/http/request-id';
import { AppError, isAppError } from '@/shared/errors';
import type { Permission } from '@/shared/permissions';

/** Who is signed in, with a session that still stands; null otherwise. Read once a request. */
export const currentClaim = cache(async (): Promise<SessionClaim | null> => {
  const session = await getServerSession<NextAuthOptions, { claim?: unknown }>(authOptions());
  const claim = claimOf(session?.claim);
  return claim && (await isAlive(claim)) ? claim : null;
});

/**
 * The Context of the signed-in person in this workspace, for actions.
 * @throws AppError unauthenticated, not_found
 */
export const currentContext = cache(async (workspace: string): Promise<Context> => {
  const session = await getServerSession<NextAuthOptions, { claim?: unknown }>(authOptions());
  const claim = claimOf(session?.claim);
  if (!claim)
    throw new AppError('unauthenticated', {
      message: 'Your session has ended. Sign in again; what you typed is kept.',
    });
  return contextOfSession(claim, workspace, requestIdOf(await headers()));
});

/** The same for pages: sends to the sign-in, or answers the 404 page, instead of throwing. */
export async function pageContext(workspace: string, permission: Permission): Promise<Context> {
  const ctx = await currentContext(workspace).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'unauthenticated') redirect('/sign-in');
    if (isAppError(error) && error.code === 'not_found') notFound();
    throw error;
  });
  if (!ctx.permissions.has(permission)) notFound();
  return ctx;
}
