import { z } from 'zod';
import type { Context } from '@/platform/auth/context';
import { contextOfKey } from '@/platform/auth/key';
import { requirePermission } from '@/platform/auth/require-permission';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { claimKey, keepAnswer, releaseKey, type KeptAnswer } from '@/platform/http/idempotency';
import { problemResponse } from '@/platform/http/problem';
import { readJson } from '@/platform/http/read-body';
import { requestIdOf } from '@/platform/http/request-id';
import { invalidInput } from '@/platform/http/to-app-error';
import { logger } from '@/platform/logger/logger';
import { countAnswer } from '@/platform/metrics/request-counts';
import { countRequest, tooMany, type Allowance } from '@/platform/rate-limit/rate-limit';
import type { Permission } from '@/shared/permissions';

type Schema = z.ZodType;

export interface RouteInput<Params extends Schema, Query extends Schema, Body extends Schema> {
  params: z.output<Params>;
  query: z.output<Query>;
  body: z.output<Body>;
}

export interface RouteSpec<Params extends Schema, Query extends Schema, Body extends Schema, Answer, Prepared = void> {
  /** The use case's stem: `update-creator`. */
  name: string;
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/api/v1`, with `{id}`. */
  path: string;
  permission: Permission;
  summary: string;
  /** Malformed ids in the path are `not_found`. */
  params?: Params;
  /** Unknown fields are refused: use `z.strictObject`. */
  query?: Query;
  body?: Body;
  /** What the answer looks like, for the reference. */
  answer: Schema;
  status?: 200 | 201 | 202 | 204;
  /** 1 MiB unless said otherwise. */
  maxBodyBytes?: number;
  /** What cannot be in the transaction, such as keeping files, before it; also when the first answer is repeated. */
  prepare?(ctx: Context, input: RouteInput<Params, Query, Body>): Promise<Prepared>;
  run(tx: Tx, input: RouteInput<Params, Query, Body>, prepared: Prepared): Promise<Answer>;
}

/** A route that does its own input and output around the database: uploads, downloads. */
export interface RawRouteSpec extends Omit<RouteSpec<Schema, Schema, Schema, unknown>, 'run' | 'prepare' | 'body'> {
  /** Media types of the request body and of the answer, with their schemas, for the reference. */
  requestBody?: { contentType: string; schema: Schema };
  answerType?: string;
  respond(ctx: Context, request: Request, params: Record<string, string>): Promise<Response>;
}

/** One entry of the static list of all routes: what the reference and the generated authorization test read. */
export interface RouteDefinition {
  name: string;
  method: RouteSpec<Schema, Schema, Schema, unknown>['method'];
  path: string;
  permission: Permission;
  summary: string;
  schemas: { params?: Schema; query?: Schema; body?: Schema; answer: Schema };
  requestContentType: string;
  answerContentType: string;
  status: number;
  /** What Next calls. */
  handler(this: void, request: Request, context: RouteContext): Promise<Response>;
}

interface RouteContext {
  /** Undefined for a path without `{…}`. */
  params: Promise<Record<string, string | string[] | undefined> | undefined>;
}

/**
 * A route of `/api/v1`: key → Context → permission → rate limit → parse → one transaction → JSON, with errors as
 * problem details. Writes honour `Idempotency-Key`.
 */
export function defineRoute<Params extends Schema, Query extends Schema, Body extends Schema, Answer, Prepared = void>(
  spec: RouteSpec<Params, Query, Body, Answer, Prepared>,
): RouteDefinition {
  const status = spec.status ?? 200;
  return define({ ...spec, status }, async (ctx, request, params) => {
    const { value, text } = spec.body
      ? await readJson(request, spec.maxBodyBytes ?? 1024 * 1024)
      : { value: {}, text: '' };
    const input = parseInput(spec, { params, query: queryOf(request), body: value });
    const prepared = (await spec.prepare?.(ctx, input)) as Prepared;
    const carryOut = (tx: Tx) =>
      spec.run(tx, input, prepared).then((answer) => ({ status, body: status === 204 ? '' : JSON.stringify(answer) }));
    const key = spec.method === 'GET' ? null : request.headers.get('idempotency-key');
    const answer = key
      ? await carryOutOnce(ctx, { key, request: `${spec.method} ${new URL(request.url).pathname}\n${text}` }, carryOut)
      : await inWorkspace(ctx, carryOut);
    return new Response(answer.body === '' ? null : answer.body, {
      status: answer.status,
      headers: answer.body === '' ? {} : { 'content-type': 'application/json' },
    });
  });
}

/** A route whose body or answer is not JSON. The same road up to the permission and the rate limit. */
export function defineRawRoute(spec: RawRouteSpec): RouteDefinition {
  const definition = define({ ...spec, status: spec.status ?? 200 }, (ctx, request, params) =>
    spec.respond(ctx, request, params),
  );
  return {
    ...definition,
    schemas: { ...definition.schemas, ...(spec.requestBody ? { body: spec.requestBody.schema } : {}) },
    requestContentType: spec.requestBody?.contentType ?? 'application/json',
    answerContentType: spec.answerType ?? 'application/json',
  };
}

type Respond = (ctx: Context, request: Request, params: Record<string, string>) => Promise<Response>;
type CommonSpec = Pick<RouteDefinition, 'name' | 'method' | 'path' | 'permission' | 'summary' | 'status'> & {
  params?: Schema;
  query?: Schema;
  body?: Schema;
  answer: Schema;
};

function define(spec: CommonSpec, respond: Respond): RouteDefinition {
  const { name, method, path, permission, summary, status, params, query, body, answer } = spec;
  return {
    name,
    method,
    path,
    permission,
    summary,
    status,
    schemas: { ...(params && { params }), ...(query && { query }), ...(body && { body }), answer },
    requestContentType: 'application/json',
    answerContentType: 'application/json',
    handler: (request, context) => handleRequest(spec, respond, request, context),
  };
}

// eslint-disable-next-line max-params -- the definition, its body and the two arguments that Next passes
async function handleRequest(
  spec: CommonSpec,
  respond: Respond,
  request: Request,
  context: RouteContext,
): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const started = performance.now();
  let allowance: Allowance | undefined;
  let response: Response;
  try {
    const { ctx, requestsPerMinute } = await contextOfKey(request, requestId);
    allowance = await countRequest(actorKey(ctx), requestsPerMinute);
    if (allowance.retryAfterSeconds) throw tooMany(allowance.retryAfterSeconds);
    requirePermission(ctx, spec.permission);
    const params = Object.fromEntries(
      Object.entries((await context.params) ?? {}).map(([name, value]) => [name, String(value)]),
    );
    response = await respond(ctx, request, params);
  } catch (error) {
    response = problemResponse(error, requestId);
  }
  response.headers.set('x-request-id', requestId);
  if (allowance) setRateLimit(response.headers, allowance);
  const ms = performance.now() - started;
  countAnswer({ route: spec.name, status: response.status, ms });
  logger().info({ requestId, route: spec.name, status: response.status, ms: Math.round(ms) }, 'api');
  return response;
}

function actorKey(ctx: Context): string {
  return ctx.actor.type === 'key' ? ctx.actor.keyId : ctx.workspaceId;
}

/** RateLimit header fields of the IETF draft, as structured fields. */
function setRateLimit(headers: Headers, { limit, remaining, resetSeconds }: Allowance): void {
  headers.set('ratelimit-policy', `"key";q=${limit};w=60`);
  headers.set('ratelimit', `"key";r=${remaining};t=${resetSeconds}`);
}

/** Carries a write out once for its `Idempotency-Key`; the same request again is answered as the first was. */
export async function carryOutOnce(
  ctx: Context,
  { key, request }: { key: string; request: string },
  carryOut: (tx: Tx) => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  const claim = await claimKey(ctx, key, request);
  if ('answer' in claim) return claim.answer;
  try {
    return await inWorkspace(ctx, async (tx) => {
      const answer = await carryOut(tx);
      await keepAnswer(tx, claim.claimed, answer);
      return answer;
    });
  } catch (error) {
    await releaseKey(ctx, claim.claimed);
    throw error;
  }
}

function queryOf(request: Request): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  const { searchParams } = new URL(request.url);
  for (const name of new Set(searchParams.keys())) {
    const [first = '', ...more] = searchParams.getAll(name);
    query[name] = more.length === 0 ? first : [first, ...more];
  }
  return query;
}

const nothing = z.strictObject({});

function parseInput<Params extends Schema, Query extends Schema, Body extends Schema>(
  spec: { params?: Params; query?: Query; body?: Body },
  raw: { params: unknown; query: unknown; body: unknown },
): RouteInput<Params, Query, Body> {
  return {
    params: spec.params ? parse(spec.params, raw.params) : undefined,
    query: parse(spec.query ?? nothing, raw.query),
    body: parse(spec.body ?? nothing, raw.body),
  } as RouteInput<Params, Query, Body>;
}

/** @throws AppError invalid_input naming every field; not_found passes through from malformed ids. */
function parse<S extends Schema>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalidInput(parsed.error);
  return parsed.data;
}
