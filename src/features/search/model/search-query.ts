/** What stands before the colon. */
export const SEARCH_OPERATORS = ['from', 'to', 'channel', 'has', 'in', 'before', 'after'] as const;
export type SearchOperator = (typeof SEARCH_OPERATORS)[number];

/** What `has:` knows. */
export const SEARCHED_PARTS = ['attachment', 'invoice', 'media_kit', 'tax_form', 'contract', 'draft'] as const;

export interface SearchTerm {
  /** Where it has to stand; '' for anywhere. */
  operator: 'from' | 'to' | 'channel' | 'has' | '';
  /** `phrase`: the words one after the other. `prefix`: the last of them may go on. */
  meaning: 'word' | 'phrase' | 'prefix';
  text: string;
}

/** What somebody asked for, taken apart. All of it has to be so. */
export interface SearchQuery {
  terms: SearchTerm[];
  /** From here on. */
  since: Date | null;
  /** Before this. */
  until: Date | null;
  /** A part of a mailbox's address or name. */
  mailbox: string | null;
  /** The words without operators and signs, for what has neither. */
  words: string;
  /** More was asked than is looked for: the first words are. */
  cut: boolean;
}
