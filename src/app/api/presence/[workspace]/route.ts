import { beatPresenceAction } from '@/app/live/beat-presence';
import { runRead } from '@/platform/web/run-read';

interface Params {
  params: Promise<{ workspace: string }>;
}

/** A tab's heartbeat. Not an action: the browser sends those one after the other, and this one comes when a tab closes. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  return runRead(beatPresenceAction, (await params).workspace, request);
}
