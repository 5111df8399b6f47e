import { getWritingFacts, type WritingFacts } from '@/features/creators/queries/get-writing-facts';
import {
  escapeHtml,
  fillMergeFields,
  toOneLine,
  type MergeProblem,
  type MergeValues,
} from '@/features/threads/model/merge-fields';
import { describeField, describeProblem, type NamedProblem } from '@/features/threads/model/message-problems';
import { routeMessage, type Addressee, type Route, type RoutingFacts } from '@/features/threads/model/route-message';
import { findReplyRoute } from '@/features/threads/queries/find-reply-route';
import { findSender, type Sender } from '@/features/threads/queries/find-sender';
import { toMailAddress } from '@/features/threads/schemas/mail-address';
import type { ComposeMessageInput } from '@/features/threads/schemas/queue-message';
import type { Context } from '@/platform/auth/context';
import type { Tx } from '@/platform/db/in-workspace';
import { sanitizeHtml } from '@/platform/html/sanitize-html';
import { toPlainText } from '@/platform/html/to-plain-text';

/** A message as it would leave: addressed, filled, cleaned, and what keeps it from being sent. */
export interface ComposedMessage {
  /** The creator that stands for the one asked for. */
  creatorId: string;
  sender: Sender | null;
  route: Route;
  subject: string;
  html: string;
  text: string;
  problems: NamedProblem[];
}

/**
 * Everything of a message but its place in a conversation and its files. In a conversation it goes, unless `input` says
 * otherwise, to who wrote last, from the mailbox they wrote to.
 * @throws AppError not_found (creator, mailbox, brand), limit_exceeded (formatting)
 */
export async function composeMessage(tx: Tx, asked: ComposeMessageInput): Promise<ComposedMessage> {
  const facts = await getWritingFacts(tx, asked.creatorId);
  const input = await toReply(tx, asked);
  const sender = await findSender(tx, input);
  const route = routeMessage(toRoutingFacts(facts), input);
  const values = valuesOf(tx.ctx, facts, sender);
  const subject = fillMergeFields(input.subject, values, toOneLine);
  const html = fillMergeFields(sanitizeHtml(input.html), values, escapeHtml);
  const text = toPlainText(html.text);
  return {
    creatorId: facts.creatorId,
    sender,
    route,
    subject: subject.text.trim(),
    html: html.text,
    text,
    problems: [
      ...obstaclesOf(facts, route, input.to).map((problem) => describeProblem(problem, facts.displayName)),
      ...(sender ? [] : [describeProblem('no_mailbox', facts.displayName)]),
      ...(subject.text.trim() === '' ? [describeProblem('empty_subject', facts.displayName)] : []),
      ...(text === '' ? [describeProblem('empty_body', facts.displayName)] : []),
      ...distinctFields([...subject.problems, ...html.problems]).map((one) => describeField(one, facts.displayName)),
    ],
  };
}

async function toReply(tx: Tx, input: ComposeMessageInput): Promise<ComposeMessageInput> {
  if (input.threadId === undefined) return input;
  const { to, mailboxId } = await findReplyRoute(tx, input.threadId);
  const named = input.mailboxId !== undefined || input.brandId !== undefined;
  return { ...input, to: input.to ?? to, mailboxId: named ? input.mailboxId : mailboxId };
}

/** Names and addresses of the record as a header and an envelope can hold them. */
function toRoutingFacts(facts: WritingFacts): RoutingFacts {
  const usable = <Person extends { name: string; address: string | null }>(person: Person) => ({
    ...person,
    name: toOneLine(person.name),
    address: person.address === null ? null : toMailAddress(person.address),
  });
  const { name, address } = usable({ name: facts.displayName, address: facts.address });
  const guardian = facts.guardian && usable(facts.guardian);
  return { displayName: name, address, isMinor: facts.isMinor, guardian, contacts: facts.contacts.map(usable) };
}

function obstaclesOf(facts: WritingFacts, route: Route, chosen: Addressee[] | undefined) {
  const others = facts.obstacles.filter((obstacle) => obstacle !== 'no_address');
  return chosen === undefined && route.to.length === 0 ? [...others, 'no_address' as const] : others;
}

function valuesOf(ctx: Context, facts: WritingFacts, sender: Sender | null): MergeValues {
  return {
    'creator.greeting': facts.greeting,
    'creator.displayName': facts.displayName,
    'creator.givenName': facts.givenName,
    'creator.familyName': facts.familyName,
    'creator.companyName': facts.companyName,
    'creator.handle': facts.primaryHandle,
    ...valuesOfSender(sender),
    ...(ctx.actor.type === 'user' && { 'sender.name': ctx.actor.name }),
  };
}

const nobody = { brandName: null, legalEntity: null, postalAddress: null, displayName: null, address: null };

function valuesOfSender(sender: Sender | null) {
  const from = sender ?? nobody;
  return {
    'brand.name': from.brandName,
    'brand.legalEntity': from.legalEntity,
    'brand.postalAddress': from.postalAddress,
    'sender.name': from.displayName,
    'sender.address': from.address,
  };
}

function distinctFields(problems: MergeProblem[]): MergeProblem[] {
  return [...new Map(problems.map((problem) => [problem.field, problem])).values()];
}
