import type { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { RouteDefinition } from '@/platform/http/define-route';

type Document = ReturnType<typeof createDocument>;

/** OpenAPI 3.1 of these routes, made from the same schemas that validate. */
export function createOpenApi(routes: readonly RouteDefinition[], baseUrl: string): Document {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const path = (paths[route.path] ??= {});
    path[route.method.toLowerCase() as 'get'] = operationOf(route);
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Rapport',
      version: '1',
      description: 'Creators, conversations and what follows from them. Send a key as bearer token.',
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      responses: { Problem: problem },
    },
  });
}

const problem = {
  description: 'What went wrong (RFC 9457).',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object' as const,
        required: ['type', 'title', 'status', 'detail', 'code', 'errors'],
        properties: {
          type: { type: 'string' as const },
          title: { type: 'string' as const },
          status: { type: 'integer' as const },
          detail: { type: 'string' as const },
          code: { type: 'string' as const },
          reason: { type: 'string' as const },
          errors: {
            type: 'array' as const,
            items: {
              type: 'object' as const,
              properties: { path: { type: 'string' as const }, message: { type: 'string' as const } },
            },
          },
        },
      },
    },
  },
};

function operationOf(route: RouteDefinition) {
  const { params, query, body, answer } = route.schemas;
  return {
    operationId: route.name,
    summary: route.summary,
    description: `Needs the permission \`${route.permission}\`.`,
    tags: [route.path.split('/')[1] ?? ''],
    requestParams: {
      path: (params ?? undefined) as z.ZodObject | undefined,
      query: (query ?? undefined) as z.ZodObject | undefined,
      ...(route.method !== 'GET' && { header: undefined }),
    },
    ...(body && { requestBody: { required: true, content: { [route.requestContentType]: { schema: body } } } }),
    responses: {
      [String(route.status)]: {
        description: 'Done.',
        ...(route.status !== 204 && { content: { [route.answerContentType]: { schema: answer } } }),
      },
      default: { $ref: '#/components/responses/Problem' as const },
    },
  };
}
