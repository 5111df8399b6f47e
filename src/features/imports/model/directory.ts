import { foldName } from '@/shared/identity/fold-name';
import { handleKey, type KnownCreator, type KnownHandle } from './known-creator';

/** Who is known while a batch is decided: those of the database that its rows could mean, and those it makes. */
export interface Directory {
  creators: Map<string, KnownCreator>;
  byHandle: Map<string, KnownHandle[]>;
  byOldName: Map<string, KnownHandle[]>;
  byAccount: Map<string, KnownHandle>;
  byEmail: Map<string, KnownCreator[]>;
  byName: Map<string, KnownCreator[]>;
  /** Addresses that are a contact's. */
  contactByEmail: Map<string, string>;
  /** Of an address that is a contact's: the creator who had it first. */
  firstHolder: Map<string, KnownCreator>;
  /** Contacts without an address, by agency and name. */
  contactByName: Map<string, string>;
  agencyByName: Map<string, string>;
}

export function createDirectory(): Directory {
  return {
    creators: new Map(),
    byHandle: new Map(),
    byOldName: new Map(),
    byAccount: new Map(),
    byEmail: new Map(),
    byName: new Map(),
    contactByEmail: new Map(),
    firstHolder: new Map(),
    contactByName: new Map(),
    agencyByName: new Map(),
  };
}

export function enterCreator(directory: Directory, creator: KnownCreator): void {
  directory.creators.set(creator.id, creator);
  append(directory.byName, foldName(creator.fields.displayName), creator);
  for (const handle of creator.handles) enterHandle(directory, handle);
  for (const [address, place] of creator.emails) if (place === 'own') append(directory.byEmail, address, creator);
}

export function enterHandle(directory: Directory, handle: KnownHandle): void {
  append(directory.byHandle, handleKey(handle.platform, handle.normalized), handle);
  for (const name of handle.oldNames) append(directory.byOldName, handleKey(handle.platform, name), handle);
  if (handle.platformAccountId) directory.byAccount.set(handleKey(handle.platform, handle.platformAccountId), handle);
}

/** Whoever is known to have had a contact's address before stays the first. */
export function holdFirst(directory: Directory, normalized: string, creator: KnownCreator): void {
  if (!directory.firstHolder.has(normalized)) directory.firstHolder.set(normalized, creator);
}

export function enterName(directory: Directory, creator: KnownCreator, before: string): void {
  const others = (directory.byName.get(foldName(before)) ?? []).filter((one) => one !== creator);
  directory.byName.set(foldName(before), others);
  append(directory.byName, foldName(creator.fields.displayName), creator);
}

export function append<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  if (key === '') return;
  const entries = index.get(key);
  if (entries) entries.push(value);
  else index.set(key, [value]);
}
