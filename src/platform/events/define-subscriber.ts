import type { Context } from '@/platform/auth/context';
import type { Tx } from '@/platform/db/in-workspace';
import type { EventType } from '@/platform/events/define-event';

/** A committed event as its subscribers see it. */
export interface CommittedEvent<Payload extends object = object> {
  id: string;
  workspaceId: string;
  type: string;
  subjectType: string;
  subjectId: string;
  creatorId: string | null;
  /** user | key | worker | system */
  actorType: string;
  actorId: string | null;
  occurredAt: Date;
  requestId: string;
  /** Null once an erasure emptied it. */
  payload: Payload | null;
}

/** One row of the ledger, with the event it follows from. */
export interface Effect<Payload extends object = object> {
  id: string;
  workspaceId: string;
  subscriber: string;
  /** What `recipients` named; `'-'` when it did not. */
  recipient: string;
  /** Which attempt this is, beginning with 1. */
  attempts: number;
  event: CommittedEvent<Payload>;
}

/**
 * What became of an effect. `pending` will be tried again from `dueAt`, `dead` will not until a person says so,
 * `unknown` may have left and is never repeated by itself.
 */
export type Settlement<Receipt> =
  /** `receipt` is null when a person decided that it was done. */
  | { state: 'done'; receipt: Receipt | null }
  | { state: 'pending'; reason: string; dueAt: Date }
  | { state: 'dead' | 'unknown'; reason: string };

/** What an `act` may answer; a thrown error is `unknown`, since nobody knows how far it came. */
export type ActResult<Receipt> =
  | { outcome: 'done'; receipt: Receipt }
  /** Nothing left: try again, after the policy's delay or the one the other side asked for. */
  | { outcome: 'retry'; reason: string; delayMs?: number }
  /** Refused for good. */
  | { outcome: 'dead'; reason: string }
  /** It may have left. */
  | { outcome: 'unknown'; reason: string };

export interface RetryPolicy {
  maxAttempts: number;
  /** Delay after the first failure; doubles from there on, with a fifth of jitter. */
  firstMs: number;
  maxMs: number;
}

type PayloadOf<Type> = Type extends EventType<infer Payload> ? Payload : never;

interface SubscriberBase<Type extends EventType<object>, Receipt> {
  /** `slice.verb-noun`: part of the ledger's key, never renamed. */
  name: string;
  on: readonly Type[];
  /** One effect each; without it one effect with recipient `'-'`. Runs once, when the relay takes the event. */
  recipients?(tx: Tx, event: CommittedEvent<PayloadOf<Type>>): Promise<string[]>;
  /** About an hour of attempts when not given. */
  retry?: Partial<RetryPolicy>;
  /**
   * Writes the subscriber's own rows in the transaction in which the effect is settled, also when a worker died or a
   * person decided. Throwing undoes the settling.
   */
  settle?(tx: Tx, effect: Effect<PayloadOf<Type>>, settlement: Settlement<Receipt>): Promise<void>;
}

/** Changes the database only: claim, `run` and finish are one transaction, so it happens exactly once. */
export interface InternalSubscriber<Type extends EventType<object> = EventType<object>> extends SubscriberBase<
  Type,
  null
> {
  kind: 'internal';
  run(tx: Tx, effect: Effect<PayloadOf<Type>>): Promise<void>;
}

export interface ActTools {
  effectId: string;
  /** Which attempt this is, beginning with 1. */
  attempt: number;
  /** Aborts at the deadline, when the claim is lost, and shortly before the process ends. */
  signal: AbortSignal;
  deadline: Date;
}

/** What a phase answers when there is nothing to do after all: the effect is done. */
export const skip: unique symbol = Symbol('skip');

/** Reaches outside the database. Its phases in their order; a crash between any two never acts twice. */
export interface ExternalSubscriber<
  Type extends EventType<object> = EventType<object>,
  Plan = unknown,
  Receipt = unknown,
> extends SubscriberBase<Type, Receipt> {
  kind: 'external';
  /** In the claim's transaction: reads what to do and moves the subscriber's own rows along. */
  prepare(tx: Tx, effect: Effect<PayloadOf<Type>>): Promise<Plan | typeof skip>;
  /** Outside any transaction, nothing leaves yet: files, rendering. Throwing is a retry. */
  load?(plan: Plan, tools: ActTools): Promise<Plan>;
  /** In the transaction that commits `handing_over`, the last one before the point of no return. */
  handOver?(tx: Tx, effect: Effect<PayloadOf<Type>>, plan: Plan): Promise<void>;
  /** Outside any transaction, with a key made from `effectId`. */
  act(plan: Plan, tools: ActTools): Promise<ActResult<Receipt>>;
  /**
   * Asks the other side whether an unknown one arrived, once, right after it became unknown. Null proves nothing, and
   * a person decides.
   */
  lookUp?(ctx: Context, effect: Effect<PayloadOf<Type>>, signal: AbortSignal): Promise<Receipt | null>;
  /** How long `load` and `act` may take together; 60 s when not given. */
  timeoutMs?: number;
}

export interface LongTools {
  /** Aborts when the claim is lost and when the process ends: throw, and another run goes on from the checkpoint. */
  signal: AbortSignal;
  /**
   * To be called in the transaction of every batch: it commits only while the effect is still ours, so a worker that
   * was declared dead writes nothing any more. Progress resets the attempts.
   * @throws AppError conflict, reason claim_lost
   */
  renew: (tx: Tx) => Promise<void>;
}

/** Works in batches of its own and goes on from its own checkpoint after a crash: imports, exports. */
export interface LongSubscriber<Type extends EventType<object> = EventType<object>> extends SubscriberBase<Type, null> {
  kind: 'long';
  run(ctx: Context, effect: Effect<PayloadOf<Type>>, tools: LongTools): Promise<void>;
}

export type Subscriber = InternalSubscriber | ExternalSubscriber | LongSubscriber;

export function defineInternalSubscriber<Type extends EventType<object>>(
  parts: Omit<InternalSubscriber<Type>, 'kind'>,
): InternalSubscriber<Type> {
  return { kind: 'internal', ...parts };
}

export function defineExternalSubscriber<Type extends EventType<object>, Plan, Receipt>(
  parts: Omit<ExternalSubscriber<Type, Plan, Receipt>, 'kind'>,
): ExternalSubscriber<Type, Plan, Receipt> {
  return { kind: 'external', ...parts };
}

export function defineLongSubscriber<Type extends EventType<object>>(
  parts: Omit<LongSubscriber<Type>, 'kind'>,
): LongSubscriber<Type> {
  return { kind: 'long', ...parts };
}
