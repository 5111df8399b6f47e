import { findCreatorNames } from '@/features/creators/queries/find-creator-names';
import { subscriberTitles } from '@/app/effects/subscriber-titles';
import type { Tx } from '@/platform/db/in-workspace';
import { findStuckEffects, type StuckEffect } from '@/platform/events/find-stuck-effects';
import { encodeId } from '@/shared/ids';

/** Something that should have happened and did not, or of which nobody knows. */
export interface UnfinishedWork {
  id: string;
  state: 'dead' | 'unknown';
  /** What should have happened: `Send a mail`. */
  title: string;
  /** For whom, where one event has several. */
  recipient: string | null;
  creator: { id: string; displayName: string } | null;
  importId: string | null;
  attempts: number;
  lastError: string | null;
  /** When it came to stand still, and when what it follows from happened. */
  stoodStillAt: string;
  happenedAt: string;
}

/** What needs a person, the newest first, at most 200. */
export async function findUnfinishedWork(tx: Tx): Promise<UnfinishedWork[]> {
  const effects = await findStuckEffects(tx);
  const creators = await findCreatorNames(
    tx,
    effects.flatMap(({ event }) => event.creatorId ?? []),
  );
  return effects.map((effect) => toUnfinishedWork(effect, creators));
}

function toUnfinishedWork(
  { id, state, subscriber, recipient, attempts, lastError, finishedAt, event }: StuckEffect,
  creators: Awaited<ReturnType<typeof findCreatorNames>>,
): UnfinishedWork {
  const creator = event.creatorId ? creators.get(event.creatorId) : undefined;
  return {
    id: encodeId('effect', id),
    state,
    title: subscriberTitles.find(({ subscriber: { name } }) => name === subscriber)?.title ?? subscriber,
    recipient: recipient === '-' ? null : recipient,
    creator: creator ? { id: encodeId('creator', creator.rootId), displayName: creator.displayName } : null,
    importId: event.subjectType === 'import' ? encodeId('import', event.subjectId) : null,
    attempts,
    lastError,
    stoodStillAt: finishedAt.toISOString(),
    happenedAt: event.occurredAt.toISOString(),
  };
}
