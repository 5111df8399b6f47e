'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Import } from '@/features/imports/schemas/import';
import { callRead } from '@/ui/call-read';

export interface FollowedImport {
  current: Import;
  /** Shows what a command answered, before the next reading. */
  show: (imported: Import) => void;
  reload: () => void;
  /** Rows a second over the last readings; null until two of them tell. */
  rowsPerSecond: number | null;
  /** The server does not answer; asking goes on. */
  lost: boolean;
}

const restMs = 1000;
const restWhenLostMs = 4000;

/** An import as it is now: read again and again while the worker is at it, also after a reload of the page. */
export function useImport(workspace: string, initial: Import): FollowedImport {
  const [current, setCurrent] = useState(initial);
  const [lost, setLost] = useState(false);
  const [round, setRound] = useState(0);
  const { rowsPerSecond, measure } = useRate();
  const { id } = initial;
  const moving = isMoving(current);

  useEffect(() => {
    if (!moving && round === 0) return;
    const giveUp = new AbortController();
    const timer = setTimeout(
      () => {
        callRead<Import>({ workspace, name: 'get-import', signal: giveUp.signal }, { id }).then(
          (answer) => {
            measure(doneOf(answer));
            setLost(false);
            setCurrent(answer);
            setRound(isMoving(answer) ? (before) => before + 1 : 0);
          },
          () => {
            if (giveUp.signal.aborted) return;
            setLost(true);
            setRound((before) => before + 1);
          },
        );
      },
      lost ? restWhenLostMs : restMs,
    );
    return () => {
      clearTimeout(timer);
      giveUp.abort();
    };
  }, [workspace, id, moving, round, lost, measure]);

  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { current, show: setCurrent, reload, rowsPerSecond, lost };
}

/** The worker is busy with it, so what is shown will change by itself. */
export function isMoving({ state, expected, undo }: Import): boolean {
  if (state === 'running') return true;
  if (state === 'dry_run') return !expected?.complete;
  return undo !== null && state !== 'undone';
}

function doneOf({ state, expected, progress }: Import): number {
  return state === 'dry_run' ? (expected?.done ?? 0) : progress.done;
}

const windowMs = 15_000;

/** The pace of the last quarter of a minute: a pause or a restart does not spoil it for long. */
function useRate() {
  const samples = useRef<{ atMs: number; done: number }[]>([]);
  const [rowsPerSecond, setRate] = useState<number | null>(null);
  const measure = useCallback((done: number) => {
    const atMs = performance.now();
    const last = samples.current.at(-1);
    const kept = last && done >= last.done ? samples.current.filter((sample) => atMs - sample.atMs < windowMs) : [];
    samples.current = [...kept, { atMs, done }];
    const [first] = samples.current;
    const seconds = first ? (atMs - first.atMs) / 1000 : 0;
    setRate(first && seconds >= 1 ? (done - first.done) / seconds : null);
  }, []);
  return { rowsPerSecond, measure };
}
