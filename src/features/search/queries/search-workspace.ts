import { excerptAround } from '@/features/search/model/excerpt-around';
import type { SearchAnswer, SearchHit, SearchKind, SearchSource } from '@/features/search/schemas/search';
import { requirePermission } from '@/platform/auth/require-permission';
import type { Tx } from '@/platform/db/in-workspace';

export interface SearchInput {
  q: string;
  /** Default: every kind that one may read. */
  kinds?: readonly SearchKind[] | undefined;
  /** At most so many of each kind. */
  limit: number;
}

/**
 * The best of each kind for a few words, kind by kind in the order of `sources`.
 * @throws AppError forbidden for a kind that is asked for by name and may not be read
 */
export async function searchWorkspace(
  tx: Tx,
  { q, kinds, limit }: SearchInput,
  sources: readonly SearchSource[],
): Promise<SearchAnswer> {
  const asked = sources.filter(({ kind, permission }) =>
    kinds ? kinds.includes(kind) : tx.ctx.permissions.has(permission),
  );
  const data: SearchHit[] = [];
  for (const { kind, permission, find } of asked) {
    requirePermission(tx.ctx, permission);
    const hits = await find(tx, { q, limit });
    data.push(
      ...hits.map((hit) => ({
        kind,
        ...hit,
        title: excerptAround(hit.title, q),
        detail: hit.detail && excerptAround(hit.detail, q),
      })),
    );
  }
  return { data, nextCursor: null };
}
