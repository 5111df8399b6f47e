import { searchWorkspace } from '@/features/search/queries/search-workspace';
import {
  searchAnswerSchema,
  searchInputSchema,
  searchQuerySchema,
  type SearchSource,
} from '@/features/search/schemas/search';
import { defineAction } from '@/platform/http/define-action';
import { defineRoute } from '@/platform/http/define-route';

/** The search over these sources, for keys and for screens. The nouns are the slices' own: search knows none of them. */
export function defineSearch(sources: readonly SearchSource[]) {
  const route = defineRoute({
    name: 'search',
    method: 'GET',
    path: '/search',
    permission: 'search.read',
    summary: 'Search everything: creators, contacts, agencies, messages, their files, notes, tasks, segments, imports',
    query: searchQuerySchema,
    answer: searchAnswerSchema,
    run: (tx, { query: { kind, ...query } }) => searchWorkspace(tx, { ...query, kinds: kind }, sources),
  });
  const action = defineAction({
    name: 'search',
    permission: 'search.read',
    input: searchInputSchema,
    run: (tx, input) => searchWorkspace(tx, input, sources),
  });
  return { route, action };
}
