// Copied into the app that a bench builds, as src/app/api/bench/[name]/route.ts: the bare routes beside the product's.
import { randomUUID } from 'node:crypto';
import type { NextRequest } from 'next/server';
import type pg from 'pg';
import { patchCreator } from '@/features/creators/commands/patch-creator';
import { findCreators } from '@/features/creators/queries/find-creators';
import { getCreator } from '@/features/creators/queries/get-creator';
import { findTimeline } from '@/features/timeline/queries/find-timeline';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { pool } from '@/platform/db/pool';
import { createWorkerContext } from '@/platform/events/worker-context';
import { type Recording, replayStatements, type Statement } from './replay-statements';

interface Asked {
  workspaceId: string;
  creatorId: string;
}

const runs: Record<string, (tx: Tx, creatorId: string) => Promise<unknown>> = {
  list: (tx) =>
    findCreators(tx, {
      filter: { combine: 'and', conditions: [{ field: 'stage', operator: 'any_of', value: ['active'] }] },
      sort: 'followers',
      direction: 'desc',
      limit: 50,
    }),
  record: getCreator,
  timeline: (tx, creatorId) => findTimeline(tx, { creatorId, limit: 50 }),
  update: async (tx, creatorId) => {
    await patchCreator(tx, { id: creatorId, city: randomUUID() });
    return getCreator(tx, creatorId);
  },
};

const recordings = new Map<string, Promise<Recording>>();
/** One after the other: each listens to the whole pool. */
let lastRecording: Promise<unknown> = Promise.resolve();

/**
 * The product's own statements, replayed through bare `pg` on the product's own pool: no key, no permission, no
 * parsing, no shaping, nothing else, and never slowed. `?show` answers the statements.
 */
export async function GET(request: NextRequest, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const { name } = await params;
  const { searchParams } = request.nextUrl;
  const asked = { workspaceId: searchParams.get('workspaceId') ?? '', creatorId: searchParams.get('creatorId') ?? '' };
  const key = `${name} ${asked.workspaceId}`;
  const recording = recordings.get(key) ?? lastRecording.then(() => record(name, asked));
  if (!recordings.has(key)) lastRecording = recording;
  recordings.set(key, recording);
  if (searchParams.has('show')) return new Response(JSON.stringify(await recording, withoutTypes));
  return Response.json({ data: await replay(await recording, asked) });
}

/** How values are read is code, which JSON cannot carry. */
function withoutTypes(name: string, value: unknown): unknown {
  return name === 'types' ? undefined : value;
}

async function replay(recording: Recording, { workspaceId, creatorId }: Asked): Promise<unknown[]> {
  const client = await pool().connect();
  try {
    return await replayStatements(client, recording, { creatorId, kept: new Set([workspaceId]) });
  } finally {
    client.release();
  }
}

async function record(name: string, { workspaceId, creatorId }: Asked): Promise<Recording> {
  const run = runs[name];
  if (!run) throw new Error(`no control ${name}`);
  const recording: Recording = { statements: [], creatorId, version: 0 };
  const shared = pool();
  const connect = shared.connect.bind(shared) as () => Promise<pg.PoolClient>;
  shared.connect = (async () => listen(await connect(), recording)) as typeof shared.connect;
  try {
    await inWorkspace(createWorkerContext({ workspaceId, now: new Date() }), (tx) => run(tx, creatorId));
  } finally {
    shared.connect = connect as typeof shared.connect;
  }
  return recording;
}

function listen(client: pg.PoolClient, recording: Recording): pg.PoolClient {
  const query = async (statement: Statement) => {
    recording.statements.push(statement);
    const result = await client.query<{ version?: unknown }>(statement as string);
    const version = Array.isArray(result.rows) ? result.rows[0]?.version : undefined;
    if (recording.version === 0 && typeof version === 'number') recording.version = version;
    return result;
  };
  return new Proxy(client, {
    get(target, property) {
      if (property === 'query') return query;
      const value = Reflect.get(target, property) as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
