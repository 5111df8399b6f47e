import type { ListQuery } from '@/features/creators/components/list/use-list-query';
import { creatorSortSchema, filterTextSchema } from '@/features/creators/schemas/find-creators';
import { decodeId } from '@/shared/ids';

export type SearchParams = Record<string, string | string[] | undefined>;

/** What an address says about the list. What cannot be read is left out and said. */
export function readListQuery(params: SearchParams): { query: ListQuery; problem: string | null } {
  const filter = filterTextSchema.safeParse(one(params['filter']) ?? '');
  const sort = creatorSortSchema.safeParse(one(params['sort']));
  const broken = Boolean(one(params['filter'])) && !filter.success;
  return {
    query: {
      q: readWords(one(params['q'])),
      filter: filter.success ? filter.data : null,
      segment: readSegmentId(one(params['segment'])),
      sort: sort.success ? (one(params['sort']) ?? null) : null,
    },
    problem: broken ? 'The filter in this address cannot be read, so nobody is left out.' : null,
  };
}

function readWords(value: string | undefined): string | null {
  return value?.trim().slice(0, 1000) || null;
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function readSegmentId(value: string | undefined): string | null {
  try {
    return value !== undefined && decodeId('segment', value) !== '' ? value : null;
  } catch {
    return null;
  }
}
