import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';

interface VocabularyRow {
  members: { id: string; name: string }[];
  tags: { id: string; name: string }[];
  customFields: CreatorVocabulary['customFields'];
}

/** The words a list of creators is filtered, tagged and drawn with: members, tags and custom fields, in one statement. */
export async function getCreatorVocabulary(tx: Tx): Promise<CreatorVocabulary> {
  const { actor } = tx.ctx;
  const [row] = await tx.rows<VocabularyRow>(sql`
    select
      coalesce((select json_agg(json_build_object('id', m.id, 'name', u.name) order by u.name, m.id)
        from membership m join app_user u on u.id = m.user_id where m.removed_at is null), '[]') as members,
      coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by lower(t.name), t.id)
        from (select id, name from tag order by lower(name), id limit 1000) t), '[]') as tags,
      coalesce((select json_agg(json_build_object('id', f.id, 'label', f.label, 'type', f.type, 'options', f.options)
        order by f.created_at, f.id) from custom_field f where f.archived_at is null), '[]') as "customFields"`);
  const { members = [], tags = [], customFields = [] } = row ?? {};
  return {
    me: actor.type === 'user' ? encodeId('membership', actor.membershipId) : null,
    members: members.map(({ id, name }) => ({ id: encodeId('membership', id), name })),
    tags: tags.map(({ id, name }) => ({ id: encodeId('tag', id), name })),
    customFields: customFields.map((field) => ({ ...field, id: encodeId('customField', field.id) })),
  };
}
