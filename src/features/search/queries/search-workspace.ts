import { closestWord, correctWords } from '@/features/search/model/correct-words';
import { excerptAround } from '@/features/search/model/excerpt-around';
import { markWords, type SoughtWord } from '@/features/search/model/mark-words';
import { parseSearch } from '@/features/search/model/parse-search';
import { openWords, soughtWords } from '@/features/search/model/sought-words';
import type { FoundHit, SearchAnswer, SearchHit, SearchKind, SearchSource } from '@/features/search/schemas/search';
import type { SearchQuery } from '@/features/search/model/search-query';
import { requirePermission } from '@/platform/auth/require-permission';
import type { Tx } from '@/platform/db/in-workspace';
import { AppError } from '@/shared/errors';

export interface SearchInput {
  q: string;
  /** IANA: whose days the search names. */
  zone: string;
  /** Default: every kind that one may read. */
  kinds?: readonly SearchKind[] | undefined;
  /** At most so many of each kind. */
  limit: number;
  /** Of the page before; with one kind that has pages. */
  cursor?: string | undefined;
}

/**
 * The best of each kind, kind by kind in the order of `sources`; of one kind alone page by page, where it has pages.
 * @throws AppError forbidden for a kind that is asked for by name and may not be read; invalid_input for an operator that
 *   cannot be taken, and for a cursor that belongs to no such search
 */
export async function searchWorkspace(
  tx: Tx,
  { q, zone, kinds, limit, cursor }: SearchInput,
  sources: readonly SearchSource[],
): Promise<SearchAnswer> {
  const query = parseSearch(q, zone);
  const asked = sourcesFor(tx, sources, kinds);
  const isPaged = asked.length === 1 && asked.every((source) => 'findPage' in source);
  if (cursor !== undefined && !isPaged) throw new AppError('invalid_input', noPages);
  const answer: SearchAnswer = { data: [], nextCursor: null, found: null, corrected: null, cut: query.cut };
  for (const source of asked) {
    const page = await findIn(tx, source, { query, limit, cursor });
    answer.data.push(...page.hits);
    if (isPaged) answer.nextCursor = page.nextCursor;
    if (isPaged || source.kind === 'message') answer.found = page.found;
  }
  return answer.data.length > 0 || cursor !== undefined
    ? answer
    : { ...answer, corrected: await correct(tx, { q, query, asked }) };
}

function sourcesFor(tx: Tx, sources: readonly SearchSource[], kinds: SearchInput['kinds']): SearchSource[] {
  if (!kinds) return sources.filter(({ permission }) => tx.ctx.permissions.has(permission));
  const asked = sources.filter(({ kind }) => kinds.includes(kind));
  for (const { permission } of asked) requirePermission(tx.ctx, permission);
  return asked;
}

interface Asking {
  query: SearchQuery;
  limit: number;
  cursor: string | undefined;
}

interface HitPage {
  hits: SearchHit[];
  nextCursor: string | null;
  found: SearchAnswer['found'];
}

async function findIn(tx: Tx, source: SearchSource, { query, limit, cursor }: Asking): Promise<HitPage> {
  if ('findPage' in source) {
    const page = await source.findPage(tx, { query, limit, cursor });
    return { ...page, hits: page.hits.map((hit) => toHit(source.kind, hit, soughtWords(query))) };
  }
  const isForWordsAlone = query.words !== '' && !hasOperators(query);
  const hits = isForWordsAlone ? await source.find(tx, { q: query.words, limit }) : [];
  return { hits: hits.map((hit) => toHit(source.kind, hit, openWords(query))), nextCursor: null, found: null };
}

const noPages = {
  reason: 'invalid_cursor',
  message: 'Only a search of one kind, message or file, has pages.',
  fields: [{ path: 'cursor', message: 'belongs to a search of one kind: message or file' }],
};

function hasOperators({ terms, since, until, mailbox }: SearchQuery): boolean {
  return since !== null || until !== null || mailbox !== null || terms.some(({ operator }) => operator !== '');
}

function toHit(kind: SearchKind, hit: FoundHit, sought: readonly SoughtWord[]): SearchHit {
  const title = excerptAround(hit.title, sought);
  const detail = hit.detail && excerptAround(hit.detail, sought);
  const marked = { title: markWords(title, sought), detail: detail === null ? null : markWords(detail, sought) };
  return { kind, ...hit, title, detail, marked };
}

interface Missed {
  q: string;
  query: SearchQuery;
  asked: readonly SearchSource[];
}

async function correct(tx: Tx, { q, query, asked }: Missed): Promise<string | null> {
  const words = [...new Set(openWords(query).map(({ text }) => text))].filter((word) => /^[a-z0-9]{3,40}$/.test(word));
  if (words.length === 0) return null;
  for (const source of asked) {
    if (!('findSimilarWords' in source) || !source.findSimilarWords) continue;
    const known = await source.findSimilarWords(tx, words.slice(0, 10));
    return correctWords(q, (word) => closestWord(word, known));
  }
  return null;
}
