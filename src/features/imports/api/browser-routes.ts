import { receiveUpload } from '@/features/imports/api/receive-upload';
import { reportResponse } from '@/features/imports/api/report-response';
import { createImport } from '@/features/imports/commands/create-import';
import { analyzeUpload } from '@/features/imports/commands/upload-import';
import { getImport } from '@/features/imports/queries/get-import';
import { presetSchema } from '@/features/imports/schemas/import';
import { requirePermission } from '@/platform/auth/require-permission';
import { inWorkspace } from '@/platform/db/in-workspace';
import { refusal } from '@/platform/http/define-action';
import { problemResponse } from '@/platform/http/problem';
import { requestIdOf } from '@/platform/http/request-id';
import { currentContext } from '@/platform/web/current-context';
import { AppError, httpStatusOf } from '@/shared/errors';
import { decodeId } from '@/shared/ids';

/** What the browser of a signed-in person sends: one file, streamed. Answers as an action does. */
export async function uploadFromBrowser(request: Request, workspace: string): Promise<Response> {
  try {
    refuseForeign(request);
    const ctx = await currentContext(workspace);
    requirePermission(ctx, 'import.create');
    const { kept, fields } = await receiveUpload(ctx, request);
    const preset = presetSchema.optional().catch(undefined).parse(fields['preset']);
    const analysis = await analyzeUpload(ctx, kept, { preset });
    const data = await inWorkspace(ctx, async (tx) => getImport(tx, await createImport(tx, { ...kept, analysis })));
    return Response.json({ ok: true, data });
  } catch (error) {
    const result = refusal(error, requestIdOf(request.headers), 'create-import');
    const code = result.ok ? 'internal' : result.error.code;
    return Response.json(result, { status: code === 'internal' ? 500 : httpStatusOf(code) });
  }
}

/** The report of rejected rows for a signed-in person. */
export async function downloadReport(request: Request, { workspace, id }: { workspace: string; id: string }) {
  try {
    const ctx = await currentContext(workspace);
    requirePermission(ctx, 'import.read');
    return await reportResponse(ctx, decodeId('import', id));
  } catch (error) {
    return problemResponse(error, requestIdOf(request.headers));
  }
}

/** A form of another site cannot upload here, whatever the cookie's rules are. */
function refuseForeign(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin')
    throw new AppError('forbidden', { message: 'Upload from this site only.' });
}
