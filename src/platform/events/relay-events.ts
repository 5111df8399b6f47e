import type { Clock } from '@/platform/clock/clock';
import { findDueWork, groupByWorkspace, type WorkItem } from '@/platform/db/due-work';
import { inWorkspace, type Tx } from '@/platform/db/in-workspace';
import { sql } from '@/platform/db/rows';
import type { CommittedEvent, Subscriber } from '@/platform/events/define-subscriber';
import { dispatchEffects } from '@/platform/events/dispatch-effects';
import { eventColumns, type EventRow, toEvent } from '@/platform/events/effect-rows';
import { sealEvents } from '@/platform/events/seal-events';
import { createWorkerContext } from '@/platform/events/worker-context';
import type { LiveChange, LiveNotice } from '@/platform/live/live-notice';
import { sendNotices } from '@/platform/live/send-notices';
import { logger } from '@/platform/logger/logger';
import type { EffectQueue } from '@/platform/queue/effect-queue';
import { newId } from '@/shared/ids';

export interface Relay {
  subscribers: readonly Subscriber[];
  queue: EffectQueue;
  clock: Clock;
  /** Events whose fan-out failed, and when (ms) each is tried again; they must not hold the others up. */
  setAside: Map<string, number>;
}

const batchSize = 500;
const setAsideMs = 30_000;

/**
 * One pass over the markers of all workspaces: fans events out into the ledger and seals them (one transaction per
 * workspace), then gives the effects to the queue and tells who is looking. Any number of relays may run at once.
 * Answers whether there may be more at once.
 */
export async function relayEvents(relay: Relay): Promise<boolean> {
  const due = await findDueWork('event_pending', batchSize + relay.setAside.size);
  const ready = due.filter(({ id }) => !isSetAside(relay, id));
  const notices: LiveNotice[] = [];
  const effects: WorkItem[] = [];
  for (const [workspaceId, eventIds] of groupByWorkspace(ready)) {
    const taken = await takeOrSetAside(relay, workspaceId, eventIds);
    if (taken === null) continue;
    notices.push({ workspaceId, changes: taken.events.map(toChange) });
    effects.push(...taken.effectIds.map((id) => ({ workspaceId, id })));
  }
  await Promise.all([dispatchEffects(relay, effects), sendNotices(notices)]);
  return notices.length > 0 && ready.length >= batchSize;
}

function toChange({ subjectType, subjectId, creatorId }: CommittedEvent): LiveChange {
  return { kind: 'change', type: subjectType, id: subjectId, creatorId };
}

function isSetAside({ setAside, clock }: Relay, eventId: string): boolean {
  const until = setAside.get(eventId);
  if (until === undefined) return false;
  if (until > clock.now().getTime()) return true;
  setAside.delete(eventId);
  return false;
}

/** An event whose subscriber cannot name its recipients must not hold up the others of its workspace. */
async function takeOrSetAside(relay: Relay, workspaceId: string, eventIds: string[]): Promise<Taken | null> {
  let remaining = eventIds;
  while (remaining.length > 0) {
    try {
      return await takeEvents(relay, workspaceId, remaining);
    } catch (error) {
      if (!(error instanceof FanOutError)) {
        logger().error({ err: error, workspaceId }, 'the events of a workspace could not be relayed; tried again');
        return null;
      }
      const { eventId } = error;
      relay.setAside.set(eventId, relay.clock.now().getTime() + setAsideMs);
      logger().error({ err: error.cause, workspaceId, eventId }, `${error.message}; tried again later`);
      remaining = remaining.filter((id) => id !== eventId);
    }
  }
  return null;
}

class FanOutError extends Error {
  constructor(
    readonly eventId: string,
    subscriber: string,
    cause: unknown,
  ) {
    super(`${subscriber} could not name its recipients`, { cause });
  }
}

interface Taken {
  events: CommittedEvent[];
  /** Of the new effects. */
  effectIds: string[];
}

/** Null when another relay is at this workspace or was there first. */
async function takeEvents(relay: Relay, workspaceId: string, eventIds: string[]): Promise<Taken | null> {
  const ctx = createWorkerContext({ workspaceId, now: relay.clock.now() });
  return inWorkspace(ctx, async (tx) => {
    // The chain of seals has one writer at a time. Locked before it is read: a statement sees what was committed
    // when it began, not when it got the lock.
    const events = await lockMarkers(tx, eventIds);
    if (events.length === 0) return null;
    const effectIds = await fanOut(tx, relay.subscribers, events);
    await sealEvents(
      tx,
      events.map((event) => event.id),
    );
    return { events, effectIds };
  });
}

async function lockMarkers(tx: Tx, eventIds: string[]): Promise<CommittedEvent[]> {
  const rows = await tx.rows<EventRow>(sql`
    with chain as materialized (
      select pg_try_advisory_xact_lock(hashtextextended(${`event_seal ${tx.ctx.workspaceId}`}, 0)) as held
    )
    select ${eventColumns}
    from event_pending m
    join domain_event e on e.workspace_id = m.workspace_id and e.id = m.event_id
    left join event_payload p on p.workspace_id = m.workspace_id and p.event_id = m.event_id
    where m.workspace_id = ${tx.ctx.workspaceId}::uuid and m.event_id = any(${eventIds}::uuid[])
      and (select held from chain)
    order by m.event_id
    for update of m skip locked`);
  return rows.map(toEvent);
}

async function fanOut(tx: Tx, subscribers: readonly Subscriber[], events: CommittedEvent[]): Promise<string[]> {
  const rows: { id: string; eventId: string; subscriber: string; recipient: string }[] = [];
  for (const event of events) {
    for (const subscriber of subscribers.filter((candidate) => candidate.on.some(({ type }) => type === event.type))) {
      for (const recipient of await findRecipients(tx, subscriber, event))
        rows.push({ id: newId(), eventId: event.id, subscriber: subscriber.name, recipient });
    }
  }
  if (rows.length === 0) return [];
  const added = await tx.rows<{ id: string }>(sql`
    insert into effect (id, workspace_id, event_id, subscriber, recipient, due_at)
    select id, ${tx.ctx.workspaceId}::uuid, event_id, subscriber, recipient, now() from unnest(
      ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.eventId)}::uuid[],
      ${rows.map((row) => row.subscriber)}::text[], ${rows.map((row) => row.recipient)}::text[]
    ) as t(id, event_id, subscriber, recipient)
    on conflict (workspace_id, event_id, subscriber, recipient) do nothing
    returning id`);
  return added.map((row) => row.id);
}

async function findRecipients(tx: Tx, subscriber: Subscriber, event: CommittedEvent): Promise<Set<string>> {
  if (!subscriber.recipients) return new Set(['-']);
  try {
    return new Set(await subscriber.recipients(tx, event));
  } catch (error) {
    throw new FanOutError(event.id, subscriber.name, error);
  }
}
