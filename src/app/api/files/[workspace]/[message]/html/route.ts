import { answerMailHtml } from '@/features/threads/api/answer-mail';
import { answerForSession } from '@/platform/web/answer-for-session';

interface Params {
  params: Promise<{ workspace: string; message: string }>;
}

/** A mail as its sender formatted it, for the frame it is shown in. Programs use /api/v1/messages. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { workspace, message } = await params;
  const images = new URL(request.url).searchParams.get('images') === '1';
  return answerForSession({ request, workspace, permission: 'message.read' }, (ctx) =>
    answerMailHtml(ctx, message, { images }),
  );
}
