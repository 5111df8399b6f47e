import { receiveFile } from '@/features/threads/api/receive-file';
import { answerForSession } from '@/platform/web/answer-for-session';

interface Params {
  params: Promise<{ workspace: string }>;
}

/** An attachment that a person chose; the body is the file. Programs use /api/v1/files. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { workspace } = await params;
  return answerForSession({ request, workspace, permission: 'message.send' }, (ctx) => receiveFile(ctx, request));
}
