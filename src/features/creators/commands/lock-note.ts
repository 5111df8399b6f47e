import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';

export interface NoteRow {
  id: string;
  creatorId: string;
  html: string;
  text: string;
  pinned: boolean;
  version: number;
  updatedAt: Date;
  archivedAt: Date | null;
}

/** A note, held until the transaction ends. @throws AppError not_found */
export async function lockNote(tx: Tx, id: string): Promise<NoteRow> {
  const [note] = await tx.rows<NoteRow>(sql`
    select id, creator_id as "creatorId", html, text, pinned, version, updated_at as "updatedAt",
      archived_at as "archivedAt" from note where id = ${id}::uuid for no key update`);
  if (!note) throw new AppError('not_found');
  return note;
}
