import {
  SEARCHED_PARTS,
  type SearchOperator,
  SEARCH_OPERATORS,
  type SearchQuery,
  type SearchTerm,
} from '@/features/search/model/search-query';
import { daySchema } from '@/shared/fields';
import { AppError } from '@/shared/errors';
import { instantIn } from '@/shared/zoned-time';

const mostTerms = 40;
const longestTerm = 200;
const longestQuery = 20_000;

/** `operator:` alone, `operator:value`, `operator:"some words"`, `"a phrase"` (also without its end), a word. */
const token = /([a-z]+):(?=\s|$)|(?:([a-z]+):)?(?:"([^"]*)(?:"|$)|([^\s"]+))/giu;

/**
 * Takes a search apart: words, "phrases", beginnings*, and operators. The last word is one that is still being typed. An
 * operator that nobody knows is a word like any other; what cannot be looked for, as signs alone, is passed over.
 * @param zone IANA: whose days `before:` and `after:` name
 * @throws AppError invalid_input (path q) for an operator whose value it cannot take, naming it
 */
export function parseSearch(asked: string, zone: string): SearchQuery {
  const query: SearchQuery = { terms: [], since: null, until: null, mailbox: null, words: '', cut: false };
  const clean = asked.slice(0, longestQuery).replace(/[\p{Cc}\p{Cs}]/gu, ' ');
  const words: string[] = [];
  query.cut = asked.length > longestQuery;
  for (const [, alone, before, quoted, bare = ''] of clean.matchAll(token)) {
    const name = alone ?? before ?? '';
    const operator = SEARCH_OPERATORS.find((known) => known === name.toLowerCase());
    if (operator) setOperator(query, { operator, value: (quoted ?? bare).trim().slice(0, longestTerm), zone });
    else if (isFull(query)) query.cut = true;
    else {
      const term = toTerm({ name, quoted, bare });
      if (!term) continue;
      query.terms.push(term);
      words.push(term.text);
    }
  }
  finishLastWord(query, clean);
  query.words = words.join(' ');
  return query;
}

function isFull(query: SearchQuery): boolean {
  return query.terms.length >= mostTerms;
}

interface Piece {
  name: string;
  quoted: string | undefined;
  bare: string;
}

function toTerm({ name, quoted, bare }: Piece): SearchTerm | null {
  const before = name === '' ? '' : `${name}:`;
  const text = `${before}${quoted ?? bare}`.slice(0, longestTerm);
  if (!hasWord(text)) return null;
  const meaning = quoted !== undefined ? 'phrase' : text.endsWith('*') ? 'prefix' : 'word';
  return { operator: '', meaning, text: text.replace(/\*+$/, '') };
}

/** Somebody who has typed a word and no space after it may not be through with it. */
function finishLastWord({ terms }: SearchQuery, clean: string): void {
  const last = terms.at(-1);
  if (last?.meaning === 'word' && last.operator === '' && clean.endsWith(last.text)) last.meaning = 'prefix';
}

interface Operation {
  operator: SearchOperator;
  value: string;
  zone: string;
}

function setOperator(query: SearchQuery, { operator, value, zone }: Operation): void {
  switch (operator) {
    case 'before':
      query.until = earlier(query.until, startOf(operator, value, zone));
      break;
    case 'after':
      query.since = later(query.since, startOf(operator, value, zone));
      break;
    case 'in':
      query.mailbox = requireWord(operator, value, 'an address or the name of a mailbox');
      break;
    case 'has':
      query.terms.push({ operator, meaning: 'word', text: requirePart(value) });
      break;
    case 'channel':
      query.terms.push({ operator, meaning: 'word', text: requireWord(operator, value, 'a channel such as email') });
      break;
    default:
      query.terms.push({ operator, meaning: 'prefix', text: requireWord(operator, value, 'a name or an address') });
  }
  if (query.terms.length > 2 * mostTerms) throw refuse(operator, 'stands here too often');
}

function earlier(known: Date | null, day: Date): Date {
  return known && known < day ? known : day;
}

function later(known: Date | null, day: Date): Date {
  return known && known > day ? known : day;
}

function startOf(operator: SearchOperator, value: string, zone: string): Date {
  if (daySchema.safeParse(value).success && Number(value.slice(0, 4)) >= 1000) return instantIn(zone, value);
  throw refuse(operator, 'wants a day, as 2026-05-31');
}

function requirePart(value: string): string {
  const part = value.toLowerCase().replace(/[\s-]+/g, '_');
  const known = SEARCHED_PARTS.find((name) => name === part || `${name}s` === part);
  if (known) return known;
  throw refuse('has', `knows ${SEARCHED_PARTS.slice(0, -1).join(', ')} and ${SEARCHED_PARTS.at(-1) ?? ''}`);
}

function requireWord(operator: SearchOperator, value: string, wanted: string): string {
  if (hasWord(value)) return value.replace(/\*+$/, '');
  throw refuse(operator, `wants ${wanted} right after the colon`);
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function refuse(operator: SearchOperator, why: string): AppError {
  const message = `${operator}: ${why}.`;
  return new AppError('invalid_input', { reason: 'search_operator', message, fields: [{ path: 'q', message }] });
}
