import { downloadReport } from '@/features/imports/api/browser-routes';

interface Params {
  params: Promise<{ workspace: string; id: string }>;
}

/** For signed-in people; programs use /api/v1/imports/{id}/report. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  return downloadReport(request, await params);
}
