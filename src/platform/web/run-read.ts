import { carryOutAction, refusal, type ActionDefinition, type ActionResult } from '@/platform/http/define-action';
import { readJson } from '@/platform/http/read-body';
import { requestIdOf } from '@/platform/http/request-id';
import { currentContext } from '@/platform/web/current-context';
import { AppError, httpStatusOf } from '@/shared/errors';

const maxInputBytes = 2 * 1024 * 1024;

/**
 * Answers a read that a screen asks for after it is drawn: `GET …?input=<JSON>`, or POST where the input is too long for
 * an address. Reads do not go through server actions because the browser sends those one after the other, and a slow
 * search would hold up a save.
 */
export async function runRead(
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- reads differ in their input, which each parses itself
  definition: ActionDefinition<any> | undefined,
  workspace: string,
  request: Request,
): Promise<Response> {
  const result = await answer(definition, workspace, request);
  return Response.json(result, {
    status: statusOf(result),
    headers: { 'cache-control': 'private, no-store' },
  });
}

async function answer(
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- they differ in their input, as above
  definition: ActionDefinition<any> | undefined,
  workspace: string,
  request: Request,
): Promise<ActionResult<unknown>> {
  try {
    if (!definition) throw new AppError('not_found');
    const ctx = await currentContext(workspace);
    return await carryOutAction(definition, ctx, await inputOf(request));
  } catch (error) {
    return refusal(error, requestIdOf(request.headers), definition?.name ?? 'read');
  }
}

async function inputOf(request: Request): Promise<unknown> {
  if (request.method === 'POST') return (await readJson(request, maxInputBytes)).value;
  try {
    return JSON.parse(new URL(request.url).searchParams.get('input') ?? '{}');
  } catch {
    throw new AppError('invalid_input', { message: 'The input is not valid JSON.' });
  }
}

function statusOf(result: ActionResult<unknown>): number {
  if (result.ok) return 200;
  return result.error.code === 'internal' ? 500 : httpStatusOf(result.error.code);
}
