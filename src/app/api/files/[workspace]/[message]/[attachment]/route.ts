import { answerAttachment } from '@/features/threads/api/answer-attachment';
import { answerForSession } from '@/platform/web/answer-for-session';

interface Params {
  params: Promise<{ workspace: string; message: string; attachment: string }>;
}

/** An attachment of a message, for the signed-in person. Programs use /api/v1/messages. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { workspace, message, attachment } = await params;
  return answerForSession({ request, workspace, permission: 'message.read' }, (ctx) =>
    answerAttachment(ctx, { id: message, attachmentId: attachment }),
  );
}
