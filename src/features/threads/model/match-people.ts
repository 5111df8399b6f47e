import { foldText } from '@/shared/identity/fold-name';

/** Whose an address is: creators' own, and those of whom the contact it belongs to speaks. */
export interface AddressOwners {
  /** Roots. */
  creatorIds: readonly string[];
  contactOf: readonly string[];
}

/** By what a creator can be named in a text. */
export interface NamedCreator {
  id: string;
  displayName: string;
  handles: readonly string[];
}

export interface Attribution {
  /** Who it is from, or to, for certain. */
  creatorId: string | null;
  /** Whom it may be about, and why: a person confirms. */
  proposals: { creatorId: string; reason: string }[];
}

/**
 * Whom a mail is about. An address of one creator, or of a contact who speaks for one, is certain. Somebody who speaks
 * for several speaks of those the conversation is about already, else of those the text names; where it names nobody,
 * of any of them.
 */
export function matchPeople(
  owners: AddressOwners,
  { about, text, named }: { about: readonly string[]; text: string; named: readonly NamedCreator[] },
): Attribution {
  const candidates = [...new Set([...owners.creatorIds, ...owners.contactOf])];
  const certain = owners.creatorIds.length > 0 ? owners.creatorIds : candidates;
  if (certain.length === 1) return { creatorId: certain[0] ?? null, proposals: [] };
  const known = candidates.filter((id) => about.includes(id));
  if (known.length > 0) return { creatorId: known.length === 1 ? (known[0] ?? null) : null, proposals: [] };
  const proposals = named.filter(({ id }) => candidates.includes(id)).flatMap((one) => proposalOf(one, named, text));
  const anyOfThem = () =>
    candidates.slice(0, 10).map((creatorId) => ({ creatorId, reason: 'The sender speaks for them' }));
  return { creatorId: null, proposals: proposals.length > 0 ? proposals : anyOfThem() };
}

function proposalOf(creator: NamedCreator, all: readonly NamedCreator[], text: string): Attribution['proposals'] {
  const words = ` ${foldText(text.slice(0, 20_000))} `;
  const first = firstName(creator);
  const firsts = all.filter((other) => firstName(other) === first).length === 1 ? [first] : [];
  const found = [creator.displayName, ...creator.handles, ...firsts].find((name) => {
    const folded = foldText(name);
    return folded.length >= 3 && words.includes(` ${folded} `);
  });
  return found === undefined ? [] : [{ creatorId: creator.id, reason: `The message names “${found}”` }];
}

function firstName({ displayName }: NamedCreator): string {
  return displayName.split(' ')[0] ?? '';
}
