import { answerRawMail } from '@/features/threads/api/answer-mail';
import { answerForSession } from '@/platform/web/answer-for-session';

interface Params {
  params: Promise<{ workspace: string; message: string }>;
}

/** A mail as it came, for the signed-in person. Programs use /api/v1/messages. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { workspace, message } = await params;
  return answerForSession({ request, workspace, permission: 'message.read' }, (ctx) => answerRawMail(ctx, message));
}
