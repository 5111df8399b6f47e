import { defineEvent } from '@/platform/events/define-event';

interface DecidedEffect {
  subscriber: string;
  recipient: string;
}

/** A person let a dead effect be tried again. */
export const effectRetried = defineEvent<DecidedEffect>('effect.retried', 'effect');
/** A person decided what became of an effect that may have left. */
export const effectResolved = defineEvent<DecidedEffect & { decision: string }>('effect.resolved', 'effect');
