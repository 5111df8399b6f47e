import type { IdKind } from '@/shared/ids';

declare const payloadType: unique symbol;

/** A kind of event a slice emits; the payload's type travels with it. */
export interface EventType<Payload extends object> {
  readonly type: string;
  readonly subjectType: IdKind;
  readonly [payloadType]?: Payload;
}

/** Declares an event in a slice's `events.ts`: `defineEvent<{stage: string}>('creator.staged', 'creator')`. */
export function defineEvent<Payload extends object>(type: string, subjectType: IdKind): EventType<Payload> {
  return { type, subjectType };
}
