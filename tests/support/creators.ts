import { createCreator } from '@/features/creators/commands/create-creator';
import { createCreatorSchema } from '@/features/creators/schemas/create-creator';
import type { Context } from '@/platform/auth/context';
import { inWorkspace } from '@/platform/db/in-workspace';
import { isAppError, type AppError } from '@/shared/errors';
import { sql } from '@/platform/db/rows';

/** Adds a creator as a form would: input from outside, judged by the schema. Answers its id. */
export async function addCreator(ctx: Context, input: Record<string, unknown> = {}): Promise<string> {
  const parsed = createCreatorSchema.parse({ displayName: 'Ada Creator', allowDuplicate: true, ...input });
  return inWorkspace(ctx, (tx) => createCreator(tx, parsed));
}

export interface SeenEvent {
  type: string;
  subjectId: string;
  creatorId: string | null;
  payload: Record<string, unknown>;
}

/** The events of a workspace so far, oldest first, with their payloads. */
export async function eventsOf(ctx: Context, type?: string): Promise<SeenEvent[]> {
  return inWorkspace(ctx, async (tx) => {
    const rows = await tx.rows<Omit<SeenEvent, 'payload'> & { body: string }>(sql`
      select e.type, e.subject_id as "subjectId", e.creator_id as "creatorId", p.body
      from domain_event e join event_payload p on p.event_id = e.id
      where e.type = coalesce(${type ?? null}, e.type) order by e.id`);
    return rows.map(({ body, ...event }) => ({ ...event, payload: JSON.parse(body) as Record<string, unknown> }));
  });
}

/** The refusal that this promise ends with; fails when it ends well or with something else. */
export async function refusalOf(promise: Promise<unknown>): Promise<AppError> {
  const outcome = await promise.then(
    () => 'it succeeded',
    (error: unknown) => error,
  );
  if (isAppError(outcome)) return outcome;
  throw new Error('expected an AppError', { cause: outcome });
}
