import type { z } from 'zod';
import { toNote, type NoteRow } from '@/features/creators/queries/to-child';
import { readPage, type PageInput } from '@/features/creators/queries/read-page';
import type { notePageSchema, noteVersionSchema } from '@/features/creators/schemas/note';
import type { Tx } from '@/platform/db/in-workspace';
import { sql, type Sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';
import { encodeId } from '@/shared/ids';

const noteColumns = sql`n.*, u.name as author_name`;
const noteTables = sql`note n left join membership m on m.id = n.author_id left join app_user u on u.id = m.user_id`;

/** Notes of a creator and its merged group, newest first. @throws AppError not_found */
export async function findNotes(
  tx: Tx,
  { creatorId, ...page }: PageInput & { creatorId: string },
): Promise<z.output<typeof notePageSchema>> {
  await requireCreator(tx, creatorId);
  return readPage<NoteRow, ReturnType<typeof toNote>>(page, {
    read: (after: Sql, limit) =>
      tx.rows<NoteRow>(sql`
        select ${noteColumns} from ${noteTables} where n.archived_at is null and ${after} and n.creator_id in (
          select id from creator where root_id = (select root_id from creator where id = ${creatorId}::uuid))
        order by n.id desc limit ${limit}`),
    key: sql`n.id`,
    show: toNote,
  });
}

/** One note. @throws AppError not_found */
export async function getNote(tx: Tx, id: string): Promise<ReturnType<typeof toNote>> {
  const [note] = await tx.rows<NoteRow>(sql`
    select ${noteColumns} from ${noteTables} where n.id = ${id}::uuid and n.archived_at is null`);
  if (!note) throw new AppError('not_found');
  return toNote(note);
}

/** What a note said before, newest first. @throws AppError not_found */
export async function findNoteVersions(tx: Tx, noteId: string): Promise<z.output<typeof noteVersionSchema>[]> {
  await getNote(tx, noteId);
  const rows = await tx.rows<{
    version: number;
    html: string;
    text: string;
    editedBy: string | null;
    name: string | null;
    writtenAt: Date;
  }>(sql`
    select v.version, v.html, v.text, v.edited_by as "editedBy", u.name, v.written_at as "writtenAt"
    from note_version v left join membership m on m.id = v.edited_by left join app_user u on u.id = m.user_id
    where v.note_id = ${noteId}::uuid order by v.version desc limit 200`);
  return rows.map(({ editedBy, name, writtenAt, ...version }) => ({
    ...version,
    editedBy: editedBy === null ? null : { id: encodeId('membership', editedBy), name: name ?? '' },
    writtenAt: writtenAt.toISOString(),
  }));
}

/** @throws AppError not_found */
export async function requireCreator(tx: Tx, id: string): Promise<void> {
  if (!(await tx.db.creator.findFirst({ where: { id }, select: { id: true } }))) throw new AppError('not_found');
}
