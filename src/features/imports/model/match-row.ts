import { foldName } from '@/shared/identity/fold-name';
import type { Directory } from './directory';
import { handleKey, type KnownCreator, type KnownHandle } from './known-creator';
import type { ParsedHandle, ParsedRow } from './parsed-row';

export interface Match {
  creator?: KnownCreator;
  /** Nothing but a name, and several have it. */
  ambiguousName?: boolean;
}

/**
 * Who a row is of, by handle, then mail, then name. The same mail with another handle on the same platform is another
 * person; a name counts where one creator has it and no handle speaks against it. A shared (a contact's) address alone
 * stands for whoever of its creators has the row's name (the one who had it first before others), else for who had it first.
 *
 * Addresses become shared and names common while a list is read. So a row whose file was imported before stays with the
 * creator it was of then (`earlierId`), unless its handle, or an address of one's own, is another's.
 */
export function matchRow(directory: Directory, row: ParsedRow, earlierId?: string): Match {
  for (const handle of row.handles) {
    const known = findHandle(directory, handle);
    if (known) return { creator: directory.creators.get(known.creatorId) };
  }
  const creator = byOwnMail(directory, row) ?? asEarlier(directory, row, earlierId) ?? bySharedMail(directory, row);
  return creator ? { creator } : byName(directory, row);
}

/** The account itself, by the platform's id, else by its present name, else by one it had before. */
export function findHandle(directory: Directory, handle: ParsedHandle): KnownHandle | undefined {
  const account = handle.platformAccountId;
  const same = account ? directory.byAccount.get(handleKey(handle.platform, account)) : undefined;
  if (same) return same;
  const key = handleKey(handle.platform, handle.normalized);
  const fits = (known: KnownHandle) => !account || !known.platformAccountId || known.platformAccountId === account;
  return directory.byHandle.get(key)?.find(fits) ?? directory.byOldName.get(key)?.find(fits);
}

function byOwnMail(directory: Directory, row: ParsedRow): KnownCreator | undefined {
  for (const { normalized } of row.emails) {
    const own = directory.byEmail.get(normalized)?.find((creator) => !speaksAgainst(creator, row));
    if (own) return own;
  }
  return undefined;
}

function asEarlier(directory: Directory, row: ParsedRow, earlierId = ''): KnownCreator | undefined {
  const creator = directory.creators.get(earlierId);
  return speaksAgainst(creator, row) ? undefined : creator;
}

function bySharedMail(directory: Directory, row: ParsedRow): KnownCreator | undefined {
  if (row.handles.length > 0) return undefined;
  for (const { normalized } of row.emails) {
    const holder = findHolder(directory, row, normalized);
    if (holder) return holder;
  }
  return undefined;
}

/** Of those who share the address. */
function findHolder(directory: Directory, row: ParsedRow, normalized: string): KnownCreator | undefined {
  const contactId = directory.contactByEmail.get(normalized);
  if (!contactId) return undefined;
  const namesakes = row.hasName ? (directory.byName.get(foldName(row.displayName)) ?? []) : [];
  const first = directory.firstHolder.get(normalized);
  const fitting = namesakes.filter((creator) => creator.contactIds.has(contactId));
  return first && fitting.includes(first) ? first : (fitting[0] ?? first);
}

function byName(directory: Directory, row: ParsedRow): Match {
  if (!row.hasName) return {};
  const namesakes = directory.byName.get(foldName(row.displayName)) ?? [];
  if (namesakes.length === 1) return speaksAgainst(namesakes[0], row) ? {} : { creator: namesakes[0] };
  return { ambiguousName: namesakes.length > 1 && row.handles.length === 0 && row.emails.length === 0 };
}

/** Another account on a platform the row names one on. */
function speaksAgainst(creator: KnownCreator | undefined, row: ParsedRow): boolean {
  return row.handles.some(
    (handle) =>
      creator?.handles.some((known) => known.platform === handle.platform) &&
      !creator.handles.some(
        (known) => known.platform === handle.platform && namesOf(known).includes(handle.normalized),
      ),
  );
}

function namesOf(handle: KnownHandle): string[] {
  return [handle.normalized, ...handle.oldNames];
}
