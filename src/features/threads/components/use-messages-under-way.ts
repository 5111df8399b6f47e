'use client';

import { useEffect, useEffectEvent } from 'react';
import type { MessageDto } from '@/features/threads/schemas/message';
import { callRead } from '@/ui/call-read';

interface UnderWayInput {
  workspace: string;
  creatorId: string;
  /** Looks again when it changes. */
  revision: number;
  onMoved: () => void;
}

const everyMs = 2000;

/** Looks every two seconds while a message of this creator is on its way, and says when one has moved on. */
export function useMessagesUnderWay({ workspace, creatorId, revision, onMoved }: UnderWayInput): void {
  const moved = useEffectEvent(onMoved);
  useEffect(() => {
    const giveUp = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (before: string | null): Promise<void> => {
      const page = await callRead<{ data: MessageDto[] }>(
        { workspace, name: 'find-messages', signal: giveUp.signal },
        { creatorId, limit: 10 },
      ).catch(() => null);
      if (!page || giveUp.signal.aborted) return;
      const states = page.data.map(({ id, state }) => `${id} ${state}`).join();
      if (before !== null && states !== before) {
        moved();
        return;
      }
      const underWay = page.data.some(({ state }) => state === 'queued' || state === 'sending');
      if (underWay) timer = setTimeout(() => void look(states), everyMs);
    };
    void look(null);
    return () => {
      giveUp.abort();
      clearTimeout(timer);
    };
  }, [workspace, creatorId, revision]);
}
