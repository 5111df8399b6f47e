import { uploadFromBrowser } from '@/features/imports/api/browser-routes';

interface Params {
  params: Promise<{ workspace: string }>;
}

/** Files of signed-in people, streamed past the limits of actions; programs use /api/v1/imports. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  return uploadFromBrowser(request, (await params).workspace);
}
