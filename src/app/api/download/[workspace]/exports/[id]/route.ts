import { downloadExport } from '@/features/creators/api/download-export';

interface Params {
  params: Promise<{ workspace: string; id: string }>;
}

/** For signed-in people; programs use /api/v1/exports/{id}/file. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  return downloadExport(request, await params);
}
