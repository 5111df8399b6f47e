import {
  matchPeople,
  type AddressOwners,
  type Attribution,
  type NamedCreator,
} from '@/features/threads/model/match-people';
import type { Met, PlacedMail } from '@/features/threads/model/place-mails';
import type { MailPeople, MessageKind } from '@/features/threads/model/read-mail';
import { findAddressOwners, findCreatorWords } from '@/features/threads/queries/find-address-owners';
import {
  findMessagesByRfcId,
  findThreadCreators,
  type KnownMessage,
} from '@/features/threads/queries/find-mail-places';
import type { Tx } from '@/platform/db/in-workspace';

export interface AttributedMail extends Omit<PlacedMail, 'kind'>, Attribution {
  kind: MessageKind;
}

const nobody: AddressOwners = { creatorIds: [], contactOf: [] };

/** Finds whose the addresses of mails are, and which messages of ours reports are about. */
export async function meetPeople<Mail extends MailPeople>(tx: Tx, mails: readonly Mail[]): Promise<(Mail & Met)[]> {
  if (mails.length === 0) return [];
  const owners = await findAddressOwners(tx, [...new Set(mails.flatMap(addressesOf))]);
  const reported = mails.flatMap(({ about }) => (about ? [about.rfcMessageId] : []));
  const abouts = reported.length === 0 ? [] : await findMessagesByRfcId(tx, reported);
  return mails.map((mail) => {
    const aboutId = reportedMessage(mail, abouts)?.id ?? null;
    const isKnown = aboutId !== null || addressesOf(mail).some((address) => owners.has(address));
    return { ...mail, owners, aboutId, isKnown };
  });
}

/** Says whom mails are from or to. What a later mail of a batch is about may follow from an earlier one. */
export async function attributeMails(tx: Tx, mails: readonly PlacedMail[]): Promise<AttributedMail[]> {
  const named = await findCreatorWords(tx, severalOf(mails[0]?.owners ?? new Map()));
  const going = mails.filter(({ isNew }) => !isNew).map(({ threadId }) => threadId);
  const threads = going.length === 0 ? new Map<string, string[]>() : await findThreadCreators(tx, [...new Set(going)]);
  return mails.map((mail) => {
    const about = threads.get(mail.threadId) ?? [];
    const attribution = attribute(mail, { about, named });
    if (attribution.creatorId && !about.includes(attribution.creatorId)) {
      threads.set(mail.threadId, [...about, attribution.creatorId]);
    }
    return { ...mail, ...attribution, kind: kindOf(mail) };
  });
}

/**
 * A person's message is a reply when its sender says so, or when it goes on with a conversation. What a list passes on is
 * one, too, where it refers to a message of a conversation: an address of ours may be a list.
 */
function kindOf({ kind, direction, answers, isNew, references }: PlacedMail): MessageKind {
  if (direction === 'outgoing') return kind;
  if (kind === 'list') return !isNew && references.length > 0 ? 'reply' : kind;
  return kind === 'message' && (answers || !isNew) ? 'reply' : kind;
}

function addressesOf({ from, replyTo, to, cc }: MailPeople): string[] {
  return [from.address, ...replyTo, ...[...to, ...cc].map(({ address }) => address)];
}

/** Creators who share an address with others: only of them it has to be read in the text which is meant. */
function severalOf(owners: ReadonlyMap<string, AddressOwners>): string[] {
  const shared = [...owners.values()].map(({ creatorIds, contactOf }) => [...new Set([...creatorIds, ...contactOf])]);
  return [...new Set(shared.filter((ids) => ids.length > 1).flat())];
}

interface Known {
  about: readonly string[];
  named: readonly NamedCreator[];
}

/** A report comes from a machine: it is about whoever the conversation is about. */
function attribute(mail: PlacedMail, { about, named }: Known): Attribution {
  if (mail.about) return { creatorId: about.length === 1 ? (about[0] ?? null) : null, proposals: [] };
  const candidates = [mail.partner, ...(mail.direction === 'incoming' ? mail.replyTo : [])];
  const found = candidates.map((address) => mail.owners.get(address)).find(Boolean) ?? nobody;
  return matchPeople(found, { about, text: `${mail.subject}\n${mail.visibleText}`, named });
}

/** Only of what left from here, and only where it tells of somebody it went to: anybody can write a report. */
function reportedMessage({ about }: MailPeople, abouts: readonly KnownMessage[]): KnownMessage | undefined {
  return about ? abouts.find((one) => one.ours && one.rfcMessageId === about.rfcMessageId) : undefined;
}
