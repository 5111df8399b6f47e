import { exportFileResponse } from '@/features/creators/api/export-file';
import { requirePermission } from '@/platform/auth/require-permission';
import { problemResponse } from '@/platform/http/problem';
import { requestIdOf } from '@/platform/http/request-id';
import { currentContext } from '@/platform/web/current-context';
import { decodeId } from '@/shared/ids';

/** The file of an export for a signed-in person. */
export async function downloadExport(
  request: Request,
  { workspace, id }: { workspace: string; id: string },
): Promise<Response> {
  try {
    const ctx = await currentContext(workspace);
    requirePermission(ctx, 'creator.export');
    return await exportFileResponse(ctx, decodeId('export', id));
  } catch (error) {
    return problemResponse(error, requestIdOf(request.headers));
  }
}
