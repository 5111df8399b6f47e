import { allRoutes } from '@/app/definitions';
import { env } from '@/platform/env/env';
import { createOpenApi } from '@/platform/http/openapi';

/** The reference for programs; public. */
export function GET(): Response {
  return Response.json(createOpenApi(allRoutes, env().APP_URL));
}
