import type { RouteDefinition } from '@/platform/http/define-route';

export interface Answer {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- bodies are untyped until a test asserts them
  body: any;
  headers: Headers;
}

export interface Call {
  key: string;
  params?: Record<string, string>;
  body?: unknown;
  query?: string;
  headers?: Record<string, string>;
}

/** Calls a route of the API as Next would: `{id}` of its path from `params`, the body as JSON. */
export async function callRoute(
  route: RouteDefinition,
  { key, params = {}, body, query = '', headers }: Call,
): Promise<Answer> {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  const request = new Request(`http://localhost/api/v1${path}${query}`, {
    method: route.method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const response = await route.handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text), headers: response.headers };
}
