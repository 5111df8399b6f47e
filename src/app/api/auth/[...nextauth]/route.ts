import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from '@/platform/auth/options';

interface AuthContext {
  params: Promise<{ nextauth: string[] }>;
}

async function serve(request: NextRequest, context: AuthContext): Promise<Response> {
  return (await NextAuth(request, context, authOptions())) as Response;
}

export { serve as GET, serve as POST };
