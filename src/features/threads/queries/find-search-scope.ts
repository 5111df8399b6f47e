import { seesMailbox } from '@/features/threads/queries/mailbox-scope';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** What of the archive a search may look into, as the functions of the database take it. */
export interface SearchScope {
  /** Null: all there are. */
  mailboxIds: string[] | null;
  /** Also what never went through any mailbox. */
  everything: boolean;
}

/** What one sees of the archive; only of the mailboxes whose address or name holds `part`, where it is given. */
export async function findSearchScope(tx: Tx, part: string | null): Promise<SearchScope> {
  const [found] = await tx.rows<{ ids: string[]; all: boolean }>(sql`
    select coalesce(array_agg(b.id) filter (where b.seen and b.named), '{}') as ids, coalesce(bool_and(b.seen), true) as all
    from (select b.id, true ${seesMailbox(tx.ctx)} as seen,
      ${part}::text is null or strpos(fold_text(b.address || ' ' || b.display_name), fold_text(${part}::text)) > 0 as named
      from mailbox b) b`);
  const everywhere = tx.ctx.scope.brandIds === 'all';
  const isWhole = part === null && everywhere && found?.all === true;
  return { mailboxIds: isWhole ? null : (found?.ids ?? []), everything: everywhere && part === null };
}
