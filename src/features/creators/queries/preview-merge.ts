import type { z } from 'zod';
import { readMergeParties } from '@/features/creators/commands/read-merge-parties';
import { planMerge } from '@/features/creators/model/plan-merge';
import { toOutsideChanges, toOutsideField, toOutsideValue } from '@/features/creators/model/to-outside-changes';
import { PERSONAL_FIELDS } from '@/features/creators/model/vocabulary';
import type { MergeCreatorsInput, mergePreviewSchema } from '@/features/creators/schemas/merge';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';

/**
 * What `mergeCreators` would do with this input: what the survivor takes over, where the creators differ, and what
 * comes with each of them. Changes nothing. @throws AppError not_found, invalid_input
 */
export async function previewMerge(tx: Tx, input: MergeCreatorsInput): Promise<z.output<typeof mergePreviewSchema>> {
  const { survivor, merged } = await readMergeParties(tx, input);
  const { filled, conflicts } = planMerge(survivor, merged, input.keep);
  const isShown = (field: string) => tx.ctx.fields.personal || !(PERSONAL_FIELDS as readonly string[]).includes(field);
  const counts = await countChildren(tx, [survivor.id, ...merged.map((party) => party.id)]);
  const shown = ({ id, displayName }: { id: string; displayName: string }) => ({
    id: encodeId('creator', id),
    displayName,
    counts: counts.get(id) ?? { handles: 0, emails: 0, notes: 0, quotes: 0, messages: 0 },
  });
  return {
    survivor: shown(survivor),
    merged: merged.map(shown),
    filled: toOutsideChanges(Object.fromEntries(Object.entries(filled).filter(([field]) => isShown(field)))),
    conflicts: conflicts
      .filter(({ field }) => isShown(field))
      .map(({ field, values }) => ({
        field: toOutsideField(field),
        values: values.map(({ creatorId, value }) => ({
          creatorId: encodeId('creator', creatorId),
          value: toOutsideValue(field, value),
        })),
      })),
  };
}

interface Counts {
  handles: number;
  emails: number;
  notes: number;
  quotes: number;
  messages: number;
}

async function countChildren(tx: Tx, roots: readonly string[]): Promise<Map<string, Counts>> {
  const rows = await tx.rows<Counts & { id: string }>(sql`
    select r.id,
      (select count(*) from creator g join handle x on x.creator_id = g.id where g.root_id = r.id and x.archived_at is null) as handles,
      (select count(*) from creator g join email_address x on x.creator_id = g.id where g.root_id = r.id and x.archived_at is null) as emails,
      (select count(*) from creator g join note x on x.creator_id = g.id where g.root_id = r.id and x.archived_at is null) as notes,
      (select count(*) from creator g join quote x on x.creator_id = g.id where g.root_id = r.id and x.archived_at is null) as quotes,
      (select count(*) from creator g join message x on x.creator_id = g.id where g.root_id = r.id) as messages
    from creator r where r.id = any (${roots}::uuid[])`);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
