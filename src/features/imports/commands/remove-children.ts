import type { UndoneRow } from '@/features/imports/model/undone-row';
import { toJson } from '@/features/imports/model/to-json';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** Removes addresses, numbers, fees, tags, and notes nobody edited, that rows added to creators that were there before. */
export async function removeChildren(tx: Tx, rows: readonly UndoneRow[]): Promise<void> {
  const all = (kind: 'emails' | 'phones' | 'notes' | 'quotes') => rows.flatMap((row) => row.changes[kind] ?? []);
  await tx.execute(sql`delete from email_address where id = any (${all('emails')}::uuid[])`);
  await tx.execute(sql`delete from phone_number where id = any (${all('phones')}::uuid[])`);
  await tx.execute(sql`delete from note where id = any (${all('notes')}::uuid[]) and version = 1`);
  await tx.execute(sql`delete from quote where id = any (${all('quotes')}::uuid[])`);
  const tags = rows.flatMap((row) => (row.changes.tags ?? []).map((name) => ({ creatorId: row.creatorId, name })));
  if (tags.length === 0) return;
  await tx.execute(sql`
    delete from creator_tag ct using tag t, json_to_recordset(${toJson(tags)}::json) as n("creatorId" uuid, name text)
    where ct.creator_id = n."creatorId" and t.id = ct.tag_id and lower(t.name) = lower(n.name)`);
}
