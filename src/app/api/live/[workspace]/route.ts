import { mayHear } from '@/app/live/may-hear';
import { contextOfSession } from '@/platform/auth/session';
import { liveHub } from '@/platform/live/live-hub';
import { openLiveStream } from '@/platform/live/live-stream';
import { answerForSession } from '@/platform/web/answer-for-session';
import { currentClaim } from '@/platform/web/current-context';
import { AppError } from '@/shared/errors';

interface Params {
  params: Promise<{ workspace: string }>;
}

/** What changes in a workspace, as server-sent events; `?since=` (ms) is when the browser last read. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { workspace } = await params;
  return answerForSession({ request, workspace, permission: 'workspace.read' }, async (ctx) => {
    const claim = await currentClaim();
    if (!claim) throw new AppError('unauthenticated');
    return openLiveStream({
      hub: liveHub(),
      ctx,
      recheck: () => contextOfSession(claim, workspace, ctx.requestId),
      hear: mayHear,
      signal: request.signal,
      since: sinceOf(request),
    });
  });
}

/** A browser that comes back by itself says where it was; a page that has just been drawn, when that was. */
function sinceOf(request: Request): number | null {
  const said = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('since');
  const since = Number(said);
  return said !== null && Number.isFinite(since) && Math.abs(since) < 8e15 ? since : null;
}
