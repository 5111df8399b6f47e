import type { RowIssue } from './parsed-row';

/** Why a value or a row is not taken, as a sentence for the person who mends it. */
const sentences = {
  empty_row: 'The row is empty.',
  no_identity: 'The row has no handle, e-mail address or name, so nobody can be told by it.',
  unclosed_quote: 'A quotation mark is opened in this line and never closed, or the other way round.',
  row_too_long: 'The row is longer than can be read.',
  too_many_columns: 'The row has more columns than can be read.',
  not_storable: 'The database does not take this row.',
  too_long: 'The text is longer than the field takes.',
  placeholder: 'Stands for a missing value and was left out.',
  nul_removed: 'Zero bytes, which no text may hold, were taken out.',
  not_a_number: 'Not a number.',
  not_a_date: 'Not a date.',
  not_a_country: 'Not a country.',
  not_a_language: 'Not a language.',
  not_a_phone: 'Not a telephone number.',
  not_a_platform: 'Not a platform that is known.',
  not_a_time_zone: 'Not a time zone, such as Europe/Berlin.',
  not_a_stage: 'Not a stage; kept as a custom field.',
  not_yes_or_no: 'Neither yes nor no.',
  not_money: 'Not an amount of money.',
  currency_missing: 'The amount has no currency.',
  not_an_address: 'Not an e-mail address.',
  email_too_long: 'An e-mail address has 254 characters at most.',
  platform_unknown: 'It is not said on which platform this handle is.',
  has_emoji: 'The platform has no names with emoji.',
  has_spaces: 'The platform has no names with blanks.',
  bad_characters: 'The platform has no such names.',
  not_a_profile: 'The address is not that of a profile.',
  not_a_url: 'Not an address of the web.',
  empty: 'Nothing is left of the value but invisible characters.',
  no_handle_for_number: 'The row has no handle this number could be of; kept as a custom field.',
  two_handles: 'The row names two accounts on one platform; both were taken.',
} as const;

export type IssueReason = keyof typeof sentences;

/** `value` is shown shortened. */
export function rowIssue(field: string, reason: IssueReason, value?: string): RowIssue {
  const shown = value === undefined ? '' : `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”: `;
  return { field, reason, message: `${shown}${sentences[reason]}` };
}
