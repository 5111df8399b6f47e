import { newId } from '@/shared/ids';
import type { RowWork } from './row-work';
import { quoteKey } from './known-creator';
import { noteAdded } from './note-changes';

export function addPhones(work: RowWork): void {
  const { draft, creator, changes, row } = work;
  for (const number of row.phones) {
    if (creator.phones.has(number)) continue;
    const id = newId();
    draft.phones.push({ id, creatorId: creator.id, number, isPrimary: creator.phones.size === 0 });
    creator.phones.add(number);
    (changes.phones ??= []).push(id);
    noteAdded(work, 'number', number);
  }
}

/** Tags that differ only in case are one. */
export function addTags(work: RowWork): void {
  const { draft, creator, changes, row } = work;
  for (const name of row.tags) {
    const key = name.toLowerCase();
    if (creator.tags.has(key)) continue;
    if (!draft.knownTags.has(key)) (changes.newTags ??= []).push(name);
    draft.knownTags.add(key);
    draft.tags.push({ creatorId: creator.id, name });
    creator.tags.add(key);
    (changes.tags ??= []).push(name);
    noteAdded(work, 'tags', name);
  }
}

/** A note that says the same is not written again, also where a person put it away. */
export function addNotes(work: RowWork): void {
  const { draft, creator, changes, row } = work;
  for (const text of row.notes) {
    if (creator.notes.has(text)) continue;
    const id = newId();
    draft.notes.push({ id, creatorId: creator.id, text });
    creator.notes.add(text);
    (changes.notes ??= []).push(id);
    noteAdded(work, 'notes', text.length > 140 ? `${text.slice(0, 140)}…` : text);
  }
}

/** Fees, as asked for. */
export function addQuotes(work: RowWork): void {
  const { draft, creator, changes, row } = work;
  const asOf = row.asOf ? Date.parse(`${row.asOf}T00:00:00Z`) : draft.facts.asOf;
  for (const { format = 'post', amountMinor, currency } of row.rates) {
    const key = quoteKey({ format, amountMinor, currency });
    if (creator.quotes.has(key)) continue;
    const id = newId();
    draft.quotes.push({ id, creatorId: creator.id, format, amountMinor, currency, asOf });
    creator.quotes.add(key);
    (changes.quotes ??= []).push(id);
    noteAdded(work, 'amountMinor', `${format} ${amountMinor / 100} ${currency}`);
  }
}
