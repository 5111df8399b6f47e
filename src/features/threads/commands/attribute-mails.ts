import {
  matchPeople,
  type AddressOwners,
  type Attribution,
  type NamedCreator,
} from '@/features/threads/model/match-people';
import type { PlacedMail } from '@/features/threads/model/place-mails';
import type { MessageKind } from '@/features/threads/model/read-mail';
import { findAddressOwners, findCreatorWords } from '@/features/threads/queries/find-address-owners';
import {
  findMessagesByRfcId,
  findThreadCreators,
  type KnownMessage,
} from '@/features/threads/queries/find-mail-places';
import type { Tx } from '@/platform/db/in-workspace';

export interface AttributedMail extends Omit<PlacedMail, 'kind'>, Attribution {
  kind: MessageKind;
  /** Somebody of it is a creator or a contact, or it is about a message of ours. */
  isKnown: boolean;
  /** The message of ours that a report is about; null where it is about none. */
  aboutId: string | null;
}

const nobody: AddressOwners = { creatorIds: [], contactOf: [] };

/** Finds whom mails are from or to. What a later mail of a batch is about may follow from an earlier one. */
export async function attributeMails(tx: Tx, mails: readonly PlacedMail[]): Promise<AttributedMail[]> {
  const owners = await findAddressOwners(tx, [...new Set(mails.flatMap(addressesOf))]);
  const named = await findCreatorWords(tx, severalOf(owners));
  const threads = await findThreadCreators(tx, [...new Set(mails.map(({ threadId }) => threadId))]);
  const abouts = await findMessagesByRfcId(
    tx,
    mails.flatMap(({ about }) => (about ? [about.rfcMessageId] : [])),
  );
  return mails.map((mail) => {
    const about = threads.get(mail.threadId) ?? [];
    const attribution = attribute(mail, { owners, about, named });
    if (attribution.creatorId && !about.includes(attribution.creatorId)) {
      threads.set(mail.threadId, [...about, attribution.creatorId]);
    }
    const aboutId = reportedMessage(mail, abouts)?.id ?? null;
    const isKnown = aboutId !== null || addressesOf(mail).some((address) => owners.has(address));
    return { ...mail, ...attribution, aboutId, isKnown, kind: kindOf(mail) };
  });
}

/** A person's message is a reply when its sender says so, or when it goes on with a conversation. */
function kindOf({ kind, direction, answers, isNew }: PlacedMail): MessageKind {
  return kind === 'message' && direction === 'incoming' && (answers || !isNew) ? 'reply' : kind;
}

function addressesOf({ from, replyTo, to, cc }: PlacedMail): string[] {
  return [from.address, ...replyTo, ...[...to, ...cc].map(({ address }) => address)];
}

/** Creators who share an address with others: only of them it has to be read in the text which is meant. */
function severalOf(owners: ReadonlyMap<string, AddressOwners>): string[] {
  const shared = [...owners.values()].map(({ creatorIds, contactOf }) => [...new Set([...creatorIds, ...contactOf])]);
  return [...new Set(shared.filter((ids) => ids.length > 1).flat())];
}

interface Known {
  owners: ReadonlyMap<string, AddressOwners>;
  about: readonly string[];
  named: readonly NamedCreator[];
}

/** A report comes from a machine: it is about whoever the conversation is about. */
function attribute(mail: PlacedMail, { owners, about, named }: Known): Attribution {
  if (mail.about) return { creatorId: about.length === 1 ? (about[0] ?? null) : null, proposals: [] };
  const candidates = [mail.partner, ...(mail.direction === 'incoming' ? mail.replyTo : [])];
  const found = candidates.map((address) => owners.get(address)).find(Boolean) ?? nobody;
  return matchPeople(found, { about, text: `${mail.subject}\n${mail.visibleText}`, named });
}

/** Only of what left from here, and only where it tells of somebody it went to: anybody can write a report. */
function reportedMessage({ about }: PlacedMail, abouts: readonly KnownMessage[]): KnownMessage | undefined {
  return about ? abouts.find((one) => one.ours && one.rfcMessageId === about.rfcMessageId) : undefined;
}
