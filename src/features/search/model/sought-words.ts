import type { SoughtWord } from '@/features/search/model/mark-words';
import type { SearchQuery, SearchTerm } from '@/features/search/model/search-query';
import { foldText } from '@/shared/identity/fold-name';

/** The words of a search to be shown where they stand, as messages are searched. */
export function soughtWords({ terms }: SearchQuery): SoughtWord[] {
  return terms.filter(({ operator }) => operator !== 'channel' && operator !== 'has').flatMap(wordsOf);
}

function wordsOf({ meaning, text }: SearchTerm): SoughtWord[] {
  const words = foldText(text).split(' ').filter(Boolean);
  return words.map((word, place) => ({ text: word, open: meaning === 'prefix' && place === words.length - 1 }));
}

/** The same for kinds that are found by the beginnings of words, whatever was typed around them. */
export function openWords({ terms }: SearchQuery): SoughtWord[] {
  return terms
    .filter(({ operator }) => operator === '')
    .flatMap(wordsOf)
    .map(({ text }) => ({ text, open: true }));
}
