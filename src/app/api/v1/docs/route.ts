import { allRoutes } from '@/app/definitions';
import { env } from '@/platform/env/env';
import { createOpenApi } from '@/platform/http/openapi';
import { renderReference, type ReferenceDocument } from '@/platform/http/reference-page';

/** The reference for people; public. */
export function GET(): Response {
  const page = renderReference(createOpenApi(allRoutes, env().APP_URL) as unknown as ReferenceDocument);
  return new Response(page, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    },
  });
}
