import { creatorTagged } from '@/features/creators/events';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { recordEvents } from '@/platform/events/record-event';
import { newId } from '@/shared/ids';

export interface TagCreatorsInput {
  creatorIds: readonly string[];
  add?: readonly string[];
  remove?: readonly string[];
}

/**
 * Adds and removes tags by name, on any number of creators. A tag is made on its first use; names that differ only in
 * case are one tag. One event for each creator whose tags changed; what is so already changes nothing.
 * Answers how many creators changed. Ids that name no creator are passed over.
 */
export async function tagCreators(tx: Tx, input: TagCreatorsInput): Promise<number> {
  const changed = new Map<string, { added: string[]; removed: string[] }>();
  const of = (creatorId: string) => {
    const entry = changed.get(creatorId) ?? { added: [], removed: [] };
    changed.set(creatorId, entry);
    return entry;
  };
  for (const row of await removeTags(tx, input)) of(row.creatorId).removed.push(row.name);
  for (const row of await addTags(tx, input)) of(row.creatorId).added.push(row.name);
  await recordEvents(
    tx,
    creatorTagged,
    [...changed].map(([creatorId, payload]) => ({ subjectId: creatorId, creatorId, payload })),
  );
  return changed.size;
}

interface Tagged {
  creatorId: string;
  name: string;
}

async function addTags(tx: Tx, { creatorIds, add = [] }: TagCreatorsInput): Promise<Tagged[]> {
  if (add.length === 0) return [];
  const tags = await ensureTags(tx, add);
  return tx.rows<Tagged>(sql`
    with tagged as (
      insert into creator_tag (workspace_id, creator_id, tag_id)
      select ${tx.ctx.workspaceId}::uuid, root_id, tag_id
      from (select distinct root_id from creator where id = any (${creatorIds}::uuid[])) c
      cross join unnest(${tags.map((tag) => tag.id)}::uuid[]) as tag_id
      where not exists (
        select from creator_tag t join creator g on g.id = t.creator_id
        where g.root_id = c.root_id and t.tag_id = tag_id)
      on conflict do nothing returning creator_id, tag_id
    )
    select tagged.creator_id as "creatorId", tag.name from tagged join tag on tag.id = tagged.tag_id order by 1, 2`);
}

async function removeTags(tx: Tx, { creatorIds, remove = [] }: TagCreatorsInput): Promise<Tagged[]> {
  if (remove.length === 0) return [];
  return tx.rows<Tagged>(sql`
    with removed as (
      delete from creator_tag t using creator g, tag, creator given
      where given.id = any (${creatorIds}::uuid[]) and g.root_id = given.root_id and t.creator_id = g.id
        and tag.id = t.tag_id and lower(tag.name) in (select lower(name) from unnest(${remove}::text[]) name)
      returning g.root_id, tag.name
    )
    select distinct root_id as "creatorId", name from removed order by 1, 2`);
}

/** The tags of these names, those that are new made. */
async function ensureTags(tx: Tx, names: readonly string[]): Promise<{ id: string; name: string }[]> {
  const unique = [...new Map([...names].reverse().map((name) => [name.toLowerCase(), name])).values()];
  await tx.execute(sql`
    insert into tag (id, workspace_id, name, created_at)
    select id, ${tx.ctx.workspaceId}::uuid, name, ${tx.ctx.now}
    from unnest(${unique.map(() => newId())}::uuid[], ${unique}::text[]) as t(id, name)
    on conflict (workspace_id, lower(name)) do nothing`);
  return tx.rows(sql`
    select id, name from tag where lower(name) in (select lower(name) from unnest(${unique}::text[]) name)`);
}
