import { attributeMails, meetPeople, type AttributedMail } from '@/features/threads/commands/attribute-mails';
import { insertMails } from '@/features/threads/commands/insert-mails';
import { insertThreads } from '@/features/threads/commands/insert-threads';
import { keepCopies, type NewCopy } from '@/features/threads/commands/keep-copies';
import { noteArrivals } from '@/features/threads/commands/note-arrivals';
import { noteDeliveries } from '@/features/threads/commands/note-deliveries';
import { refreshThreads } from '@/features/threads/commands/refresh-threads';
import { hashBody } from '@/features/threads/model/hash-body';
import { placeMails, type DirectedMail, type MetMail, type PlacedMail } from '@/features/threads/model/place-mails';
import { isHuman, type MessageKind, type ReadMail } from '@/features/threads/model/read-mail';
import {
  findMessagesByRfcId,
  findReferencedThreads,
  findThreadCreators,
  findThreadsBySubject,
  type KnownMessage,
} from '@/features/threads/queries/find-mail-places';
import type { Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import { AppError } from '@/shared/errors';
import { newId } from '@/shared/ids';

export interface EnterMailsInput {
  mailboxId: string;
  mails: readonly ReadMail[];
  /** From before the mailbox was connected: nobody is told of it, and nothing is opened again. */
  history: boolean;
}

export interface MailOutcome {
  messageId: string;
  threadId: string;
  creatorIds: string[];
  kind: MessageKind;
  visibleText: string;
  duplicate: boolean;
}

/**
 * Enters what came into a mailbox: once, in its conversation, with whom it is about, and with what a report says of a
 * message of ours. One message is its Message-ID, its sender and its body; one that is here already gains a copy. Mails
 * of a workspace are entered one batch after the other, so that an answer finds what it answers. Answers what became of
 * each, in the order given; null where it is not kept: mail of a personal mailbox with nobody the workspace knows.
 * @throws AppError not_found (mailbox)
 */
export async function enterMails(tx: Tx, input: EnterMailsInput): Promise<(MailOutcome | null)[]> {
  const { mailboxId, history } = input;
  const { kind } = await lockArchive(tx, mailboxId);
  const mails = await directMails(tx, input.mails);
  const here = await findHere(tx, mails);
  const fresh = firstOfEach(mails.filter((mail) => !here.has(identityOf(mail))));
  const met = await meetPeople(tx, fresh);
  const placed = await placeFresh(tx, kind === 'personal' ? met.filter((mail) => mail.isKnown) : met);
  const kept = await attributeMails(tx, placed);
  await insertThreads(tx, kept, { canTriage: kind === 'shared' });
  await insertMails(tx, kept, mailboxId);
  for (const mail of kept) here.set(identityOf(mail), mail);
  await keepCopies(tx, copiesOf(mails, here, mailboxId));
  await noteDeliveries(tx, kept);
  await refreshThreads(
    tx,
    kept.map(({ threadId }) => threadId),
    history ? [] : kept.filter(reopens).map(({ threadId }) => threadId),
  );
  await noteArrivals(tx, kept, { history });
  return tellOutcomes(tx, { mails, here, fresh: new Set(fresh.map(({ index }) => index)) });
}

/** One batch of a workspace after the other. */
async function lockArchive(tx: Tx, mailboxId: string): Promise<{ kind: string }> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`mail ${tx.ctx.workspaceId}`}, 0))`);
  const [mailbox] = await tx.rows<{ kind: string }>(sql`select kind from mailbox where id = ${mailboxId}::uuid`);
  if (!mailbox) throw new AppError('not_found', { reason: 'mailbox', message: 'There is no such mailbox.' });
  return mailbox;
}

/** An answer opens again what was done or put off. */
function reopens({ direction, kind, isNew }: AttributedMail): boolean {
  return direction === 'incoming' && isHuman(kind) && !isNew;
}

/** Mails as they run: from an address of ours they went out, though it was another program that sent them. */
async function directMails(tx: Tx, mails: readonly ReadMail[]): Promise<DirectedMail[]> {
  const rows = await tx.rows<{ address: string }>(sql`select lower(address) as address from mailbox`);
  const own = new Set(rows.map(({ address }) => address));
  const directed = mails.map((mail, index): DirectedMail => {
    const outgoing = own.has(mail.from.address) && mail.about === null;
    const other = [...mail.to, ...mail.cc].find(({ address }) => !own.has(address));
    const partner = outgoing ? (other?.address ?? mail.from.address) : mail.from.address;
    return { ...mail, index, partner, direction: outgoing ? 'outgoing' : 'incoming' };
  });
  return directed.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime() || a.index - b.index);
}

/** Where a message stands, whether it was here or came now. */
interface Standing {
  id: string;
  threadId: string;
  kind: MessageKind;
  visibleText: string;
}

function identityOf({ rfcMessageId, from, bodyHash }: Pick<ReadMail, 'rfcMessageId' | 'from' | 'bodyHash'>): string {
  return `${rfcMessageId}\n${from.address}\n${bodyHash}`;
}

/** What is here already, by identity. What left from here comes back as a copy, too: with our text, or as sent mail. */
async function findHere(tx: Tx, mails: readonly DirectedMail[]): Promise<Map<string, Standing>> {
  const rows = await findMessagesByRfcId(
    tx,
    mails.map(({ rfcMessageId }) => rfcMessageId),
  );
  const here = new Map<string, Standing>();
  for (const mail of mails) {
    const found = rows.find((row) => isSame(row, mail));
    if (found) here.set(identityOf(mail), { ...found, visibleText: found.visibleText ?? found.text });
  }
  return here;
}

function isSame(row: KnownMessage, mail: DirectedMail): boolean {
  if (row.rfcMessageId !== mail.rfcMessageId || row.fromAddress !== mail.from.address) return false;
  return row.ours ? mail.sentFolder || hashBody(row.text) === mail.bodyHash : row.bodyHash === mail.bodyHash;
}

function firstOfEach(mails: readonly DirectedMail[]): DirectedMail[] {
  const first = new Map<string, DirectedMail>();
  for (const mail of mails) if (!first.has(identityOf(mail))) first.set(identityOf(mail), mail);
  return [...first.values()];
}

async function placeFresh(tx: Tx, mails: readonly MetMail[]): Promise<PlacedMail[]> {
  const named = mails.flatMap((mail) => [
    ...(mail.about ? [mail.about.rfcMessageId] : []),
    mail.rfcMessageId,
    ...mail.references,
  ]);
  const byReference = await findReferencedThreads(tx, [...new Set(named)]);
  const alone = mails.filter(({ references }) => !references.some((id) => byReference.has(id)));
  const bySubject = await findThreadsBySubject(tx, alone);
  return placeMails(mails, { byReference, bySubject }, newId).map((placed) => ({ ...placed, id: newId() }));
}

function copiesOf(mails: readonly DirectedMail[], here: ReadonlyMap<string, Standing>, mailboxId: string): NewCopy[] {
  return mails.flatMap((mail) => {
    const standing = here.get(identityOf(mail));
    if (!standing) return [];
    const { folder, receivedAt } = mail;
    return [{ threadId: standing.threadId, messageId: standing.id, mailboxId, folder, receivedAt }];
  });
}

interface Entered {
  mails: readonly DirectedMail[];
  here: ReadonlyMap<string, Standing>;
  fresh: ReadonlySet<number>;
}

async function tellOutcomes(tx: Tx, { mails, here, fresh }: Entered): Promise<(MailOutcome | null)[]> {
  const threadIds = [...new Set([...here.values()].map(({ threadId }) => threadId))];
  const about = await findThreadCreators(tx, threadIds);
  const outcomes: (MailOutcome | null)[] = [];
  for (const mail of mails) {
    const standing = here.get(identityOf(mail));
    outcomes[mail.index] = standing
      ? {
          messageId: standing.id,
          threadId: standing.threadId,
          creatorIds: about.get(standing.threadId) ?? [],
          kind: standing.kind,
          visibleText: standing.visibleText,
          duplicate: !fresh.has(mail.index),
        }
      : null;
  }
  return outcomes;
}
