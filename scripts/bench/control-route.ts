// Copied into the app's copy that a bench builds, as src/app/api/bench/[name]/route.ts: the bare routes beside the product's.
import { randomUUID } from 'node:crypto';
import type { NextRequest } from 'next/server';
import type pg from 'pg';
import { getCreator } from '@/features/creators/queries/get-creator';
import { updateCreator } from '@/features/creators/commands/update-creator';
import { findCreators } from '@/features/creators/queries/find-creators';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { pool } from '@/platform/db/pool';
import { createWorkerContext } from '@/platform/events/worker-context';

type Statement = string | (pg.QueryConfig & { values: unknown[] });

interface Control {
  workspaceId: string;
  creatorId: string;
}

const runs: Record<string, (tx: Tx, control: Control) => Promise<unknown>> = {
  list: (tx) =>
    findCreators(tx, {
      filter: { combine: 'and', conditions: [{ field: 'stage', operator: 'any_of', value: ['active'] }] },
      sort: 'followers',
      direction: 'desc',
      limit: 50,
    }),
  record: (tx, { creatorId }) => getCreator(tx, creatorId),
  update: (tx, { creatorId }) => updateCreator(tx, { id: creatorId, city: randomUUID() }),
};

const recorded = new Map<string, Promise<Statement[]>>();

/** The product's own statements, replayed through bare `pg` on the product's own pool: nothing else, and never slowed. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const { name } = await params;
  if (name === 'empty') return Response.json({ data: [] });
  const control = Object.fromEntries(request.nextUrl.searchParams) as unknown as Control;
  const key = `${name} ${control.workspaceId}`;
  let statements = recorded.get(key);
  if (!statements) {
    statements = record(name, control);
    recorded.set(key, statements);
  }
  return Response.json({ data: await replay(await statements, control) });
}

async function record(name: string, control: Control): Promise<Statement[]> {
  const run = runs[name];
  if (!run) throw new Error(`no control ${name}`);
  const seen: Statement[] = [];
  const shared = pool();
  const connect = shared.connect.bind(shared) as () => Promise<pg.PoolClient>;
  shared.connect = (async () => listen(await connect(), seen)) as typeof shared.connect;
  try {
    await inWorkspace(createWorkerContext({ workspaceId: control.workspaceId, now: new Date() }), (tx) =>
      run(tx, control),
    );
  } finally {
    shared.connect = connect as typeof shared.connect;
  }
  return seen;
}

function listen(client: pg.PoolClient, seen: Statement[]): pg.PoolClient {
  return new Proxy(client, {
    get(target, property) {
      const value = Reflect.get(target, property) as unknown;
      if (property === 'query') {
        return (statement: Statement) => {
          seen.push(statement);
          return target.query(statement as string);
        };
      }
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

async function replay(statements: Statement[], { workspaceId, creatorId }: Control): Promise<unknown> {
  const fresh = new Map<string, string>([
    [workspaceId, workspaceId],
    [creatorId, creatorId],
  ]);
  const renew = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renew);
    if (typeof value !== 'string' || !uuid.test(value)) return value;
    const known = fresh.get(value) ?? randomUUID();
    fresh.set(value, known);
    return known;
  };
  const client = await pool().connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) {
      const asked = typeof statement === 'string' ? statement : { ...statement, values: statement.values.map(renew) };
      const result = await client.query(asked as string);
      if (Array.isArray(result.rows) && result.rows.length > 0) rows = result.rows;
    }
    return rows;
  } finally {
    client.release();
  }
}
