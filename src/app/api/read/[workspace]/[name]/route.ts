import { allReads } from '@/app/definitions';
import { runRead } from '@/platform/web/run-read';

interface Params {
  params: Promise<{ workspace: string; name: string }>;
}

/** What screens read after they are drawn, for signed-in people only; programs use /api/v1. */
async function read(request: Request, { params }: Params): Promise<Response> {
  const { workspace, name } = await params;
  return runRead(
    allReads.find((definition) => definition.name === name),
    workspace,
    request,
  );
}

export { read as GET, read as POST };
