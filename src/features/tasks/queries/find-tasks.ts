import { taskColumns, taskJoins, toTask, type TaskRow } from '@/features/tasks/queries/task-rows';
import type { FindTasksInput } from '@/features/tasks/schemas/find-tasks';
import type { TaskPage } from '@/features/tasks/schemas/task';
import type { Context } from '@/platform/auth/context';
import type { Tx } from '@/platform/db/in-workspace';
import { joinSql, noSql, sql, type Sql } from '@/platform/db/rows';
import { decodeCursor, encodeCursor } from '@/shared/cursor';
import { AppError } from '@/shared/errors';
import { isUuid } from '@/shared/ids';

/**
 * Tasks: those due first, first (`due`; without a day last), or those finished last, first (`-finishedAt`).
 * @throws AppError invalid_input (foreign cursor, `me` without a person)
 */
export async function findTasks(tx: Tx, filter: FindTasksInput): Promise<TaskPage> {
  const { limit } = filter;
  const order = filter.sort === 'due' ? byDue(filter.cursor) : byFinish(filter.cursor);
  const rows = await tx.rows<TaskRow & { place: string }>(sql`
    with page as (
      select t.*, ${order.key}::text as place from task t
      where ${joinSql(conditionsOf(tx.ctx, filter), ' and ')} ${order.after}
      order by ${order.order} limit ${limit + 1}::int
    )
    select ${taskColumns}, t.place from page t ${taskJoins} order by ${order.order}`);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { data: page.map(toTask), nextCursor: last ? encodeCursor([last.place, last.id]) : null };
}

/** What a filter asks of a task `t`. */
export function conditionsOf(ctx: Context, filter: Omit<FindTasksInput, 'limit' | 'sort' | 'cursor'>): Sql[] {
  const { assignee, state, dueBefore, dueAfter, creatorId, subject } = filter;
  return [
    stateIs(state),
    ...(assignee ? [assigneeIs(ctx, assignee)] : []),
    ...(dueBefore ? [sql`t.due_at <= ${dueBefore}`] : []),
    ...(dueAfter ? [sql`t.due_at > ${dueAfter}`] : []),
    ...(creatorId ? [standsOnRecord(creatorId)] : []),
    ...(subject ? [sql`t.subject_type = ${subject.type} and t.subject_id = ${subject.id}::uuid`] : []),
    ...snoozedIs(ctx, filter.snoozed),
  ];
}

/** Spelled out where it can be, so that the partial indexes serve. */
function stateIs(states: readonly string[]): Sql {
  const open = states.every((state) => state === 'open' || state === 'doing');
  return sql`${open ? sql`t.state in ('open', 'doing') and ` : noSql}t.state = any (${[...states]}::text[])`;
}

function assigneeIs(ctx: Context, assignee: string): Sql {
  if (assignee === 'none') return sql`t.assignee_id is null`;
  if (assignee !== 'me') return sql`t.assignee_id = ${assignee}::uuid`;
  if (ctx.actor.type === 'user') return sql`t.assignee_id = ${ctx.actor.membershipId}::uuid`;
  const message = 'A key is nobody: name a member by its id.';
  throw new AppError('invalid_input', { reason: 'nobody', message, fields: [{ path: 'assignee', message }] });
}

/** Of the creator or of any that was merged with it. */
function standsOnRecord(creatorId: string): Sql {
  return sql`t.creator_id in (select g.id from creator g
    where g.root_id = (select root_id from creator where id = ${creatorId}::uuid))`;
}

function snoozedIs(ctx: Context, snoozed: FindTasksInput['snoozed']): Sql[] {
  if (snoozed === 'include') return [];
  return [snoozed === 'only' ? sql`t.snoozed_until > ${ctx.now}` : sql`coalesce(t.snoozed_until <= ${ctx.now}, true)`];
}

interface Order {
  key: Sql;
  order: Sql;
  after: Sql;
}

function byDue(cursor: string | undefined): Order {
  const key = sql`coalesce(t.due_at, 'infinity')`;
  return { key, order: sql`${key}, t.id`, after: placeOf(cursor, (place) => sql` and (${key}, t.id) > ${place}`) };
}

function byFinish(cursor: string | undefined): Order {
  const key = sql`t.finished_at`;
  const after = placeOf(cursor, (place) => sql` and (${key}, t.id) < ${place}`);
  return { key, order: sql`${key} desc, t.id desc`, after: sql` and ${key} is not null${after}` };
}

function placeOf(cursor: string | undefined, condition: (place: Sql) => Sql): Sql {
  if (cursor === undefined) return noSql;
  const [place, id] = decodeCursor(cursor, [isPlace, isUuid]);
  return condition(sql`(${place}::timestamptz, ${id}::uuid)`);
}

/** As PostgreSQL writes an instant, to the microsecond. */
function isPlace(part: string): boolean {
  if (part === 'infinity') return true;
  return /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?\+00$/.test(part) && !Number.isNaN(Date.parse(part));
}
