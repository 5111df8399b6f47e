import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { z } from 'zod';
import { revokeSession, type SessionClaim } from '@/platform/auth/session';
import { signIn } from '@/platform/auth/sign-in';
import { env } from '@/platform/env/env';
import { isAppError } from '@/shared/errors';

const credentialsSchema = z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(1024) });
const claimSchema = z.object({ sessionId: z.uuid(), userId: z.uuid() });

/** What the signed cookie says, or null. */
export function claimOf(token: unknown): SessionClaim | null {
  const parsed = claimSchema.safeParse(token);
  return parsed.success ? parsed.data : null;
}

/** next-auth: e-mail and password; the token names a session's row and decides nothing by itself. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: 30 * 24 * 60 * 60 },
    pages: { signIn: '/sign-in' },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(given, request) {
          const parsed = credentialsSchema.safeParse(given);
          if (!parsed.success) return null;
          const headers = new Headers(request.headers as Record<string, string>);
          return authorize({ ...parsed.data, ip: ipOf(headers), userAgent: headers.get('user-agent') });
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        const begun = user as (typeof user & { sessionId?: string }) | undefined;
        return begun?.sessionId ? { ...token, userId: begun.id, sessionId: begun.sessionId } : token;
      },
      session({ session, token }) {
        return { ...session, claim: claimOf(token) };
      },
    },
    events: {
      async signOut({ token }) {
        const claim = claimOf(token);
        if (claim) await revokeSession(claim.sessionId);
      },
    },
  };
}

async function authorize(credentials: Parameters<typeof signIn>[0]) {
  try {
    const begun = await signIn(credentials);
    return begun && { id: begun.userId, name: begun.name, email: begun.email, sessionId: begun.sessionId };
  } catch (error) {
    if (isAppError(error)) throw new Error(error.code);
    throw error;
  }
}

/** The sender's address as the proxy in front saw it: the last of the list, for the ones before it may be made up. */
export function ipOf(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'direct';
}
