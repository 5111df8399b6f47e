'use client';

import { createContext, useContext, useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { LiveConnection, type News, type Topic } from './live-connection';

const LiveContext = createContext<LiveConnection | null>(null);

interface LiveProviderProps {
  /** Slug. */
  workspace: string;
  /** When the server drew what is shown. */
  drawnAt: string;
  children: ReactNode;
}

/** Holds the tab's one stream of what changes in the workspace, for `useLive` of everything below. */
export function LiveProvider({ workspace, drawnAt, children }: LiveProviderProps) {
  const [connection] = useState(() => new LiveConnection(`/api/live/${workspace}`, Date.parse(drawnAt)));
  useEffect(() => connection.start(), [connection]);
  return <LiveContext value={connection}>{children}</LiveContext>;
}

/**
 * Calls `onNews` when something of `topics` changed for anyone, also through this person: at once, then at most once a
 * second, and not while the tab is hidden. It says what changed, never how: read it again. Both arguments may be new at
 * each drawing.
 */
export function useLive(topics: readonly Topic[], onNews: (news: News) => void): void {
  const connection = useContext(LiveContext);
  const currentTopics = useEffectEvent(() => topics);
  const tell = useEffectEvent(onNews);
  useEffect(
    () =>
      connection?.follow(
        () => currentTopics(),
        (news) => tell(news),
      ),
    [connection],
  );
}
