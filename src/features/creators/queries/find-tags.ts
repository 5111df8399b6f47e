import type { z } from 'zod';
import { readPage, type PageInput } from '@/features/creators/queries/read-page';
import type { tagDtoSchema } from '@/features/creators/schemas/tag';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { encodeId } from '@/shared/ids';

type TagDto = z.output<typeof tagDtoSchema>;

/** The tags of this workspace, newest first. */
export async function findTags(tx: Tx, page: PageInput): Promise<{ data: TagDto[]; nextCursor: string | null }> {
  return readPage<{ id: string; name: string }, TagDto>(page, {
    read: (after, limit) =>
      tx.rows(sql`select t.id, t.name from tag t where ${after} order by t.id desc limit ${limit}`),
    key: sql`t.id`,
    show: ({ id, name }) => ({ id: encodeId('tag', id), name }),
  });
}
