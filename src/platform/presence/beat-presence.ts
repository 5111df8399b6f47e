import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { announce } from '@/platform/live/send-notices';
import { AppError } from '@/shared/errors';

export interface Beat {
  subjectType: string;
  /** UUID. The caller has made sure that the person may see it. */
  subjectId: string;
  /** Made up by the tab, so that one person's tabs are told apart. */
  tab: string;
  writing: boolean;
  /** The tab looks elsewhere from now on. */
  leaving: boolean;
}

/** Somebody else who looks at the subject, in whatever tabs. */
export interface Viewer {
  membershipId: string;
  name: string;
  writing: boolean;
}

/** A tab beats every 20 seconds; two beats may be lost. */
const secondsKept = 50;

/**
 * Keeps a person present at a subject for 50 seconds, or takes them away, and answers who else is there. The others are
 * told when somebody comes, goes, or begins or stops to write; one whose tab died is gone at their next heartbeat.
 */
export async function beatPresence(tx: Tx, beat: Beat): Promise<Viewer[]> {
  const { actor } = tx.ctx;
  if (actor.type !== 'user') throw new AppError('forbidden', { message: 'Only people look at something.' });
  const changed = beat.leaving ? await leave(tx, beat, actor.membershipId) : await stay(tx, beat, actor.membershipId);
  const { subjectType: type, subjectId: id } = beat;
  if (changed) announce(tx, [{ kind: 'presence', type, id, creatorId: null }]);
  return findOthers(tx, beat, actor.membershipId);
}

async function leave(tx: Tx, beat: Beat, membershipId: string): Promise<boolean> {
  const gone = await tx.execute(sql`delete from presence where ${keyOf(tx, beat, membershipId)}`);
  return gone > 0;
}

async function stay(tx: Tx, beat: Beat, membershipId: string): Promise<boolean> {
  const [before] = await tx.rows<{ writing: boolean }>(
    sql`select writing from presence where ${keyOf(tx, beat, membershipId)} and expires_at > now()`,
  );
  await tx.execute(sql`
    with over as (
      select ctid from presence where workspace_id = ${tx.ctx.workspaceId}::uuid and expires_at <= now()
        and membership_id <> ${membershipId}::uuid limit 50 for update skip locked
    ), swept as (delete from presence p using over where p.ctid = over.ctid)
    insert into presence (workspace_id, subject_type, subject_id, membership_id, tab_id, writing, expires_at)
    values (${tx.ctx.workspaceId}::uuid, ${beat.subjectType}, ${beat.subjectId}::uuid, ${membershipId}::uuid,
      ${beat.tab}::uuid, ${beat.writing}, now() + make_interval(secs => ${secondsKept}))
    on conflict (workspace_id, subject_type, subject_id, membership_id, tab_id)
      do update set writing = excluded.writing, expires_at = excluded.expires_at`);
  return before?.writing !== beat.writing;
}

function keyOf(tx: Tx, { subjectType, subjectId, tab }: Beat, membershipId: string) {
  return sql`workspace_id = ${tx.ctx.workspaceId}::uuid and subject_type = ${subjectType}
    and subject_id = ${subjectId}::uuid and membership_id = ${membershipId}::uuid and tab_id = ${tab}::uuid`;
}

async function findOthers(tx: Tx, { subjectType, subjectId }: Beat, membershipId: string): Promise<Viewer[]> {
  return tx.rows<Viewer>(sql`
    select m.id as "membershipId", u.name, bool_or(p.writing) as writing
    from presence p
    join membership m on m.workspace_id = p.workspace_id and m.id = p.membership_id and m.removed_at is null
    join app_user u on u.id = m.user_id
    where p.workspace_id = ${tx.ctx.workspaceId}::uuid and p.subject_type = ${subjectType}
      and p.subject_id = ${subjectId}::uuid and p.expires_at > now() and p.membership_id <> ${membershipId}::uuid
    group by m.id, u.name order by u.name, m.id`);
}
