import { foldText } from '@/shared/identity/fold-name';
import { normalizeEmail } from '@/shared/identity/normalize-email';
import { normalizePhone } from '@/shared/identity/normalize-phone';
import { MAX_LIST_ITEMS, MAX_NOTE_CHARS, MAX_SHORT_CHARS, MAX_TEXT_CHARS } from './import-limits';
import { parseBoolean } from './parse-boolean';
import { parseCountry } from './parse-country';
import { parseDate } from './parse-date';
import { parseLanguage } from './parse-language';
import { parseMoney } from './parse-money';
import { parseNumber } from './parse-number';
import type { FilledCell, RowDraft } from './row-draft';
import type { CreatorStage, ParsedCustomValue, ParsedRow, ShippingAddress } from './parsed-row';
import { rowIssue, type IssueReason } from './row-issues';
import { split, targetRules, type Field } from './target-fields';

/** Puts one cell where its column goes; a text that is too long rejects the row. */
export function setValue(draft: RowDraft, cell: FilledCell): void {
  const { target } = cell.column;
  const [head, rest] = split(target);
  if (head === 'custom') setCustom(draft, cell, rest ?? cell.column.key);
  else if (head === 'rate') addRate(draft, cell, rest);
  else if (head in setters) setters[head]?.(draft, cell);
  else setText(draft, cell, target as Field);
}

const setters: Partial<Record<string, (draft: RowDraft, cell: FilledCell) => void>> = {
  email: addEmails,
  managerEmail: setManagerEmail,
  phone: addPhones,
  languages: addLanguages,
  tags: addTags,
  stage: setStage,
  notes: (draft, cell) => {
    if (fits(draft, cell, MAX_NOTE_CHARS)) draft.row.notes.push(cell.text);
  },
  country: (draft, cell) => set(draft, cell, { country: parseCountry(cell.text) }),
  birthday: (draft, cell) => set(draft, cell, { birthday: parseDate(cell.text, cell.column.dateOrder) }),
  asOf: (draft, cell) => set(draft, cell, { asOf: parseDate(cell.text, cell.column.dateOrder) }),
  doNotContact: (draft, cell) => set(draft, cell, { doNotContact: parseBoolean(cell.text) }),
  timeZone: (draft, cell) => set(draft, cell, { timeZone: timeZoneOf(cell.text) }),
};

const refusals: Partial<Record<string, IssueReason>> = {
  country: 'not_a_country',
  birthday: 'not_a_date',
  asOf: 'not_a_date',
  doNotContact: 'not_yes_or_no',
  timeZone: 'not_a_time_zone',
};

function set(draft: RowDraft, cell: FilledCell, value: Partial<ParsedRow>): void {
  const [[name, read] = ['', undefined]] = Object.entries(value);
  if (read === undefined) warn(draft, cell, refusals[name] ?? 'not_a_number');
  else Object.assign(draft.row, value);
}

function setText(draft: RowDraft, cell: FilledCell, field: Field): void {
  if (!fits(draft, cell, MAX_SHORT_CHARS)) return;
  const part = /^shippingAddress\.(\w+)$/.exec(field)?.[1] as keyof ShippingAddress | undefined;
  if (!part) {
    Object.assign(draft.row, { [field]: cell.text.replace(/\s+/g, ' ') });
    return;
  }
  const text = targetRules(field).kind === 'country' ? parseCountry(cell.text) : cell.text;
  if (text === undefined) warn(draft, cell, 'not_a_country');
  else draft.row.shippingAddress = { ...draft.row.shippingAddress, [part]: text };
}

function fits({ row }: RowDraft, { column, text }: FilledCell, limit: number): boolean {
  if (text.length <= limit) return true;
  row.rejection ??= rowIssue(column.key, 'too_long', text);
  return false;
}

function warn({ row }: RowDraft, { column, text }: FilledCell, reason: IssueReason): void {
  row.warnings.push(rowIssue(column.key, reason, text));
}

function addEmails(draft: RowDraft, cell: FilledCell): void {
  for (const text of addressesIn(cell.text)) {
    const result = normalizeEmail(text);
    if (!result.ok) {
      const reason = result.reason === 'too_long' ? 'email_too_long' : 'not_an_address';
      if (text.includes('@')) draft.broken ??= rowIssue(cell.column.key, reason, text);
      else warn(draft, cell, reason);
    } else if (!draft.row.emails.some((email) => email.normalized === result.normalized)) {
      draft.row.emails.push({ address: result.address, normalized: result.normalized });
    }
  }
}

/** One address, a list of them, or `Name <address>`. */
function addressesIn(text: string): string[] {
  if (normalizeEmail(text).ok) return [text];
  const pieces = text.split(/[\s,;|<>()"]+/).map((piece) => piece.replace(/^mailto:/i, '').replace(/\.+$/, ''));
  const addresses = pieces.filter((piece) => piece.includes('@')).slice(0, MAX_LIST_ITEMS);
  return addresses.length > 0 ? addresses : [text];
}

function setManagerEmail(draft: RowDraft, cell: FilledCell): void {
  const result = normalizeEmail(addressesIn(cell.text)[0] ?? '');
  if (result.ok) draft.row.managerEmail = { address: result.address, normalized: result.normalized };
  else warn(draft, cell, 'not_an_address');
}

function addPhones(draft: RowDraft, cell: FilledCell): void {
  for (const text of cell.text.split(/[;|\n]|,(?=\s*[+(\d])|\s\/\s/).slice(0, MAX_LIST_ITEMS)) {
    const result = normalizePhone(text);
    if (!result.ok) warn(draft, { ...cell, text }, 'not_a_phone');
    else if (!draft.row.phones.includes(result.number)) draft.row.phones.push(result.number);
  }
}

function itemsOf(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function addLanguages(draft: RowDraft, cell: FilledCell): void {
  for (const text of itemsOf(cell.text, /[,;|/\n]|\s(?:and|und|et|y|e)\s/).slice(0, MAX_LIST_ITEMS)) {
    const language = parseLanguage(text);
    if (!language) warn(draft, { ...cell, text }, 'not_a_language');
    else if (!draft.row.languages.includes(language)) draft.row.languages.push(language);
  }
}

function addTags(draft: RowDraft, cell: FilledCell): void {
  const items = itemsOf(cell.text, /[,;|\n\t]|\s(?=#)/).map((item) => item.replace(/^#(?=\S)/, ''));
  const long = items.find((item) => item.length > MAX_SHORT_CHARS);
  if (long) fits(draft, { ...cell, text: long }, MAX_SHORT_CHARS);
  for (const tag of items.slice(0, MAX_LIST_ITEMS)) {
    if (!draft.row.tags.some((other) => other.toLowerCase() === tag.toLowerCase())) draft.row.tags.push(tag);
  }
}

const stages: CreatorStage[] = [
  'prospect',
  'contacted',
  'in_conversation',
  'active',
  'ambassador',
  'paused',
  'declined',
];

function setStage(draft: RowDraft, cell: FilledCell): void {
  const folded = foldText(cell.text).replaceAll(' ', '_');
  const stage = stages.find((known) => known === folded);
  if (stage) {
    draft.row.stage = stage;
    return;
  }
  warn(draft, cell, 'not_a_stage');
  setCustom(draft, cell, cell.column.key);
}

function timeZoneOf(text: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

function addRate(draft: RowDraft, cell: FilledCell, format: string | undefined): void {
  const result = parseMoney(cell.text, { decimal: cell.column.decimal, currency: draft.plan.currency });
  if (result.ok) draft.row.rates.push({ format, ...result.money });
  else {
    warn(draft, cell, result.reason);
    setCustom(draft, { ...cell, column: { ...cell.column, customType: 'text' } }, cell.column.key);
  }
}

function setCustom(draft: RowDraft, cell: FilledCell, label: string): void {
  if (!fits(draft, cell, MAX_TEXT_CHARS)) return;
  const { customType: type } = cell.column;
  const value = customValue(cell);
  // A word in a column of numbers is kept as it stands, under a name of its own: nothing is dropped.
  if (value !== undefined) draft.row.custom.push({ label, type, value });
  else draft.row.custom.push({ label: `${label} (text)`, type: 'text', value: cell.text });
}

function customValue({ column, text }: FilledCell): ParsedCustomValue['value'] | undefined {
  if (column.customType === 'number') return customNumber(text, column.decimal);
  if (column.customType === 'date') return parseDate(text, column.dateOrder);
  if (column.customType === 'boolean') return parseBoolean(text);
  return text;
}

/** Percentages as fractions, like every rate. */
function customNumber(text: string, decimal: '.' | ','): number | undefined {
  const number = parseNumber(text, decimal);
  return number?.percent ? Number((number.value / 100).toPrecision(12)) : number?.value;
}
