import type { KnownWord } from '@/features/search/schemas/search';
import { findSearchScope } from '@/features/threads/queries/find-search-scope';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';

/** Words like these (folded) in the newest messages one sees; one of them itself where it stands there. */
export async function findSimilarWords(tx: Tx, words: readonly string[]): Promise<KnownWord[]> {
  const scope = await findSearchScope(tx, null);
  return tx.rows<KnownWord>(sql`
    select asked_word as asked, word, messages
    from similar_message_words(${[...words]}::text[], ${scope.mailboxIds}::uuid[], ${scope.everything}::boolean)`);
}
