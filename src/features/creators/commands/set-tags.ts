import { tagCreators } from '@/features/creators/commands/tag-creators';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** Leaves a creator with exactly these tags. Records what changed as `creator.tagged`. */
export async function setTags(
  tx: Tx,
  { creatorId, tags }: { creatorId: string; tags: readonly string[] },
): Promise<void> {
  const present = await tx.rows<{ name: string }>(sql`
    select distinct t.name from creator_tag c join tag t on t.id = c.tag_id
    join creator g on g.id = c.creator_id
    where g.root_id = (select root_id from creator where id = ${creatorId}::uuid)`);
  const wanted = new Set(tags.map((tag) => tag.toLowerCase()));
  const remove = present.map((tag) => tag.name).filter((name) => !wanted.has(name.toLowerCase()));
  await tagCreators(tx, { creatorIds: [creatorId], add: tags, remove });
}
