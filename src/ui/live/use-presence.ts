'use client';

import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { useWorkspace } from '../shell/workspace-scope';
import { useLive } from './live-provider';

/** Somebody else who looks at the same thing now. */
export interface Viewer {
  membershipId: string;
  name: string;
  /** Is writing there. */
  writing: boolean;
}

const everyMs = 20_000;
/** Whoever only switches tabs for a moment has not left. */
const hiddenForMs = 5_000;

let madeTab: string | undefined;
/** This tab, as the server tells it from the person's others. */
function tabId(): string {
  madeTab ??= crypto.randomUUID();
  return madeTab;
}

/**
 * Says that this person looks at a subject (`crt_…`, `thr_…`; null: at nothing), and whether they are writing there;
 * answers who else does. Ends by itself when the tab is hidden, closed or shows something else.
 */
export function usePresence(subject: string | null, { writing = false }: { writing?: boolean } = {}): Viewer[] {
  const { slug } = useWorkspace();
  const [seen, setSeen] = useState<{ subject: string; viewers: Viewer[] } | null>(null);
  const say = useCallback(
    (at: string, isWriting: boolean) =>
      send(slug, { subject: at, tab: tabId(), writing: isWriting }).then((viewers) => {
        if (viewers) setSeen({ subject: at, viewers });
      }),
    [slug],
  );
  const beat = useEffectEvent((at: string) => void say(at, writing));
  const leave = useEffectEvent((at: string) => {
    const gone = JSON.stringify({ subject: at, tab: tabId(), writing: false, leaving: true });
    navigator.sendBeacon(`/api/presence/${slug}`, new Blob([gone], { type: 'application/json' }));
  });

  useEffect(() => {
    if (subject === null) return;
    return keepBeating(
      () => beat(subject),
      () => leave(subject),
    );
  }, [subject]);
  useEffect(() => {
    if (subject !== null) void say(subject, writing);
  }, [say, subject, writing]);
  useLive(subject === null ? [] : [{ kind: 'presence', id: subject }], () => {
    if (subject !== null) void say(subject, writing);
  });
  return seen !== null && seen.subject === subject ? seen.viewers : [];
}

/** Beats while the tab is seen; leaves when it has been hidden for a while, is closed, or the returned function is called. */
function keepBeating(beat: () => void, leave: () => void): () => void {
  let hiding: ReturnType<typeof setTimeout> | undefined;
  const beatIfSeen = () => {
    if (document.visibilityState === 'visible') beat();
  };
  const onVisibility = () => {
    clearTimeout(hiding);
    if (document.visibilityState === 'hidden') hiding = setTimeout(leave, hiddenForMs);
    else beat();
  };
  const timer = setInterval(beatIfSeen, everyMs);
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('pagehide', leave);
  return () => {
    clearInterval(timer);
    clearTimeout(hiding);
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('pagehide', leave);
    leave();
  };
}

/** Null when the server could not be asked: then nobody knows better than before. */
async function send(slug: string, beat: { subject: string; tab: string; writing: boolean }): Promise<Viewer[] | null> {
  try {
    const response = await fetch(`/api/presence/${slug}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(beat),
    });
    const answer = (await response.json()) as { ok: true; data: Viewer[] } | { ok: false };
    return answer.ok ? answer.data : [];
  } catch {
    return null;
  }
}
