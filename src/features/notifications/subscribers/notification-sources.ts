import { creatorOwnerAssigned, exportCreated, exportFailed, noteCreated, noteEdited } from '@/features/creators/events';
import { importFailed, importResumed, importStarted } from '@/features/imports/events';
import type { NotificationKind } from '@/features/notifications/model/notification-kinds';
import type { Surroundings, Words } from '@/features/notifications/model/words';
import { findActorOf, findThreadOwners, keepReaders } from '@/features/notifications/queries/find-people';
import { taskAssigned, taskCreated } from '@/features/tasks/events';
import {
  mailboxConnected,
  mailboxFailed,
  mailboxResumed,
  messageBounced,
  messageFailed,
  messageQueued,
  messageReceived,
  messageRetried,
  messageUnknown,
  threadAssigned,
  threadNoted,
} from '@/features/threads/events';
import type { Tx } from '@/platform/db/in-workspace';
import type { EventType } from '@/platform/events/define-event';
import type { CommittedEvent } from '@/platform/events/define-subscriber';
import { decodeId } from '@/shared/ids';

type Told<Payload extends object> = CommittedEvent<Payload> & { payload: Payload };

interface Source<Payload extends object> {
  on: EventType<Payload>;
  kind: NotificationKind;
  /** UUIDs of members. Whoever did it is never told of it, but of a failure. */
  recipients(tx: Tx, event: Told<NoInfer<Payload>>): Promise<string[]> | string[];
  /** Events with the same answer are told a person once; each by itself when not given. */
  about?(event: Told<NoInfer<Payload>>): string;
  words(payload: NoInfer<Payload>, surroundings: Surroundings): Words;
}

/** Which events people are told of: one row each. */
export const notificationSources: readonly Source<never>[] = [
  source({
    on: noteCreated,
    kind: 'mention',
    recipients: (_tx, { payload }) => payload.mentions.map(toMembership),
    about: ({ subjectId }) => `mention in note ${subjectId}`,
    words: mentionWords,
  }),
  source({
    on: noteEdited,
    kind: 'mention',
    recipients: (_tx, { payload }) => payload.mentions.map(toMembership),
    about: ({ subjectId }) => `mention in note ${subjectId}`,
    words: mentionWords,
  }),
  source({
    on: creatorOwnerAssigned,
    kind: 'assignment',
    recipients: (_tx, { payload }) => toPerson(payload.changes.owner?.to),
    // Whoever is given a hundred creators at once is told so once.
    about: ({ requestId }) => `owner ${requestId}`,
    words: (_payload, { actor, creator }) => ({
      title: `${actor} made you the owner of ${creator ?? 'a creator'}`,
      together: `${actor} made you the owner of ${creator ?? 'a creator'} and others`,
    }),
  }),
  source({
    on: taskCreated,
    kind: 'assignment',
    // A task made of a failure or a mention: they are told of that already. The next of a series is no news.
    recipients: (_tx, { payload }) =>
      ['person', 'api', 'thread'].includes(payload.source) ? toPerson(payload.assignee) : [],
    words: taskWords,
  }),
  source({
    on: taskAssigned,
    kind: 'assignment',
    recipients: (_tx, { payload }) => toPerson(payload.changes.assignee.to),
    words: taskWords,
  }),
  source({
    on: threadNoted,
    kind: 'mention',
    recipients: (tx, { subjectId, payload }) => keepReaders(tx, subjectId, payload.mentions.map(toMembership)),
    words: ({ excerpt }, { actor, creator }) => ({
      title: `${actor} mentioned you in a conversation${creator ? ` with ${creator}` : ''}`,
      detail: excerpt,
    }),
  }),
  source({
    on: threadAssigned,
    kind: 'assignment',
    recipients: (tx, { subjectId, payload }) => keepReaders(tx, subjectId, toPerson(payload.changes.assignee.to)),
    words: ({ subject }, { actor, creator }) => ({
      title: `${actor} gave you a conversation${creator ? ` with ${creator}` : ''}`,
      detail: subject,
    }),
  }),
  source({
    on: messageFailed,
    kind: 'failure',
    recipients: (tx, event) => findActorOf(tx, event, [messageQueued, messageRetried]),
    words: ({ subject, reason }, { creator }) => ({
      title: `Your mail ${creator ? `to ${creator} ` : ''}was not sent`,
      detail: `“${subject}”: ${reason}`,
    }),
  }),
  source({
    on: messageUnknown,
    kind: 'failure',
    recipients: (tx, event) => findActorOf(tx, event, [messageQueued, messageRetried]),
    words: ({ subject, reason }, { creator }) => ({
      title: `Your mail ${creator ? `to ${creator} ` : ''}may not have arrived: please decide`,
      detail: `“${subject}”: ${reason}`,
    }),
  }),
  source({
    on: messageBounced,
    kind: 'failure',
    recipients: (tx, event) => findActorOf(tx, event, [messageQueued, messageRetried]),
    words: ({ subject, addresses, reason }, { creator }) => ({
      title: `Your mail ${creator ? `to ${creator} ` : ''}came back`,
      detail: `“${subject}” to ${addresses.join(', ')}: ${reason}`,
    }),
  }),
  source({
    on: messageReceived,
    kind: 'reply',
    // What people write; answering machines, bounces and lists are no news to anybody.
    recipients: (tx, { subjectId, payload }) =>
      ['reply', 'message'].includes(payload.kind) ? findThreadOwners(tx, subjectId) : [],
    words: ({ subject, from }, { creator }) => ({ title: `${creator ?? from} wrote to you`, detail: subject }),
  }),
  source({
    on: mailboxFailed,
    kind: 'failure',
    recipients: (tx, event) => findActorOf(tx, event, [mailboxConnected, mailboxResumed]),
    words: ({ address, problem }) => ({ title: `The mailbox ${address} stands still`, detail: problem }),
  }),
  source({
    on: importFailed,
    kind: 'failure',
    recipients: (tx, event) => findActorOf(tx, event, [importStarted, importResumed]),
    words: ({ fileName, reason }) => ({ title: `The import of ${fileName} stopped`, detail: reason }),
  }),
  source({
    on: exportFailed,
    kind: 'failure',
    recipients: (tx, event) => findActorOf(tx, event, [exportCreated]),
    words: ({ reason }) => ({ title: 'Your export was not written', detail: reason }),
  }),
];

function source<Payload extends object>(parts: Source<Payload>): Source<never> {
  return parts as unknown as Source<never>;
}

/** `mem_…`, as events name people. */
function toMembership(id: string): string {
  return decodeId('membership', id);
}

function toPerson(person: unknown): string[] {
  const { id } = (person ?? { id: null }) as { id: string | null };
  return id === null ? [] : [toMembership(id)];
}

function mentionWords({ excerpt }: { excerpt: string }, { actor, creator }: Surroundings): Words {
  return { title: `${actor} mentioned you${creator ? ` on ${creator}` : ''}`, detail: excerpt };
}

function taskWords({ title }: { title: string }, { actor }: Surroundings): Words {
  return { title: `${actor} gave you a task`, detail: title };
}
