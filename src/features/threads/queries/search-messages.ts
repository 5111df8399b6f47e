import type { SearchSource } from '@/features/search/schemas/search';
import { seesMailbox } from '@/features/threads/queries/mailbox-scope';
import { sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';

/** Messages in whose subject or text all the words stand, the newest first; of the mailboxes one works with. */
export const messageSearch: SearchSource = {
  kind: 'message',
  permission: 'message.read',
  async find(tx, { q, limit }) {
    const mailboxes = await tx.rows<{ id: string }>(sql`select b.id from mailbox b where true ${seesMailbox(tx.ctx)}`);
    const rows = await tx.rows<{
      id: string;
      subject: string;
      text: string;
      rootId: string | null;
      name: string | null;
    }>(sql`
      select m.id, m.subject, left(m.text, 20000) as text, r.id as "rootId", r.display_name as name
      from search_messages(${q}, ${limit}::int, ${mailboxes.map(({ id }) => id)}::uuid[]) s join message m on m.id = s.message_id
      left join creator c on c.id = m.creator_id left join creator r on r.id = c.root_id order by m.id desc`);
    return rows.map(({ id, subject, text, rootId, name }) => ({
      id: encodeId('message', id),
      title: subject,
      detail: text,
      creator: rootId === null ? null : { id: encodeId('creator', rootId), displayName: name ?? '' },
    }));
  },
};
