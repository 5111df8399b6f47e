import type { LockedImport } from '@/features/imports/commands/lock-import';
import type { RunFacts } from '@/features/imports/model/batch-draft';
import { createTouchedKeys } from '@/features/imports/model/touched-keys';
import { findEarlierImport } from '@/features/imports/queries/find-earlier-import';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** What holds for every row of a run: the decisions, the members, and whom earlier rows of this import were of. */
export async function loadRunFacts(tx: Tx, current: LockedImport): Promise<RunFacts> {
  const { id, settings, startedAt, fileName, rowsDone } = current;
  const members = await tx.rows<{ id: string; email: string; name: string }>(sql`
    select m.id, u.email, u.name from membership m join app_user u on u.id = m.user_id where m.removed_at is null`);
  const touched =
    rowsDone === 0
      ? []
      : await tx.rows<{ creatorId: string }>(sql`
          select distinct creator_id as "creatorId" from import_row
          where import_id = ${id}::uuid and outcome in ('created', 'updated', 'unchanged')`);
  return {
    onDuplicate: settings.onDuplicate ?? 'merge',
    earlierImport: await findEarlierImport(tx, id),
    asOf: settings.asOf ? Date.parse(`${settings.asOf}T00:00:00Z`) : (startedAt ?? tx.ctx.now).getTime(),
    fileName,
    members: new Map(
      members.flatMap(({ id: memberId, email, name }) => [
        [name.toLowerCase(), memberId],
        [email.toLowerCase(), memberId],
      ]),
    ),
    touchedCreators: createTouchedKeys(touched.map((row) => row.creatorId)),
    touchedHandles: createTouchedKeys(),
  };
}
