'use client';

import { parseAsString, useQueryStates } from 'nuqs';
import { useTransition } from 'react';
import type { FilterGroup } from '@/features/creators/model/filter';
import { formatSort } from '@/ui/data-table/table-sort';
import type { TableSort } from '@/ui/data-table/data-table-column';

/** What the address says about the list. */
export interface ListQuery {
  q: string | null;
  filter: FilterGroup | null;
  segment: string | null;
  sort: string | null;
}

const parsers = { q: parseAsString, filter: parseAsString, segment: parseAsString, sort: parseAsString };

export interface ListQueryChange {
  q?: string | null;
  filter?: FilterGroup | null;
  segment?: string | null;
  sort?: TableSort | null;
}

/** Changes what the list shows by its address, which the server reads; `pending` until the rows are there. */
export function useChangeListQuery(): { pending: boolean; change: (change: ListQueryChange) => void } {
  const [pending, startTransition] = useTransition();
  const [, set] = useQueryStates(parsers, { shallow: false, startTransition });
  const change = ({ q, filter, segment, sort }: ListQueryChange) => {
    void set({
      ...(q !== undefined && { q: q === '' ? null : q }),
      ...(filter !== undefined && { filter: filter && filter.conditions.length > 0 ? JSON.stringify(filter) : null }),
      ...(segment !== undefined && { segment }),
      ...(sort !== undefined && { sort: sort && formatSort(sort) }),
    });
  };
  return { pending, change };
}

/** The query as the reads of creators take it. A filter in the address replaces the one of the segment. */
export function toReadInput({ q, filter, segment, sort }: ListQuery): Record<string, unknown> {
  return {
    ...(q && { q }),
    ...(filter && { filter }),
    ...(segment && !filter && { segment }),
    ...(sort && { sort }),
  };
}
