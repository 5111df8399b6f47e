import { logger } from '@/platform/logger/logger';
import { toAppError } from '@/platform/http/to-app-error';
import { type AppError, httpStatusOf, type ErrorCode } from '@/shared/errors';

const titles: Record<ErrorCode, string> = {
  unauthenticated: 'Not authenticated',
  forbidden: 'Not allowed',
  not_found: 'Not found',
  invalid_input: 'Invalid input',
  invalid_state: 'Not possible in this state',
  conflict: 'Conflict',
  limit_exceeded: 'Too large',
  rate_limited: 'Too many requests',
  unavailable: 'Unavailable',
};

/** RFC 9457: what a failed request answers. The unexpected gets a reference and is logged once, here. */
export function problemResponse(error: unknown, requestId: string): Response {
  const known = toAppError(error);
  if (!known) {
    logger().error({ err: error, requestId }, 'a request failed unexpectedly');
    const body = {
      type: 'about:blank',
      title: 'Internal error',
      status: 500,
      detail: `Reference ${requestId}`,
      code: 'internal',
      errors: [],
    };
    return answer(body, 500, {});
  }
  const status = httpStatusOf(known.code);
  const { retryAfterSeconds } = known.details;
  return answer(
    toProblem(known, status),
    status,
    retryAfterSeconds ? { 'retry-after': String(retryAfterSeconds) } : {},
  );
}

function toProblem(error: AppError, status: number): object {
  const { reason, message, fields, extra } = error.details;
  return {
    type: `urn:rapport:error:${error.code}`,
    title: titles[error.code],
    status,
    detail: message ?? titles[error.code],
    code: error.code,
    ...(reason ? { reason } : {}),
    errors: fields ?? [],
    ...extra,
  };
}

function answer(body: object, status: number, headers: Record<string, string>): Response {
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json', ...headers } });
}
