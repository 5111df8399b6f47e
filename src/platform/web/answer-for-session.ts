import type { Context } from '@/platform/auth/context';
import { requirePermission } from '@/platform/auth/require-permission';
import { problemResponse } from '@/platform/http/problem';
import { requestIdOf } from '@/platform/http/request-id';
import { currentContext } from '@/platform/web/current-context';
import { AppError } from '@/shared/errors';
import type { Permission } from '@/shared/permissions';

export interface SessionRequest {
  request: Request;
  /** Slug. */
  workspace: string;
  permission: Permission;
}

/** A request whose body or answer is a file, for the signed-in person: what an action cannot carry. */
export async function answerForSession(
  { request, workspace, permission }: SessionRequest,
  respond: (ctx: Context) => Promise<Response>,
): Promise<Response> {
  try {
    // The cookie does not come along from another site; this says it twice.
    if (['cross-site', 'same-site'].includes(request.headers.get('sec-fetch-site') ?? '') && request.method !== 'GET')
      throw new AppError('forbidden', { reason: 'cross_site', message: 'This request came from another site.' });
    const ctx = await currentContext(workspace);
    requirePermission(ctx, permission);
    return await respond(ctx);
  } catch (error) {
    return problemResponse(error, requestIdOf(request.headers));
  }
}
