'use client';

import { useCallback, useSyncExternalStore } from 'react';

const listeners = new Map<string, Set<() => void>>();
/** Takes over where the browser refuses storage (private windows, a full disk): the text then lives as long as the page. */
const memory = new Map<string, string>();

/**
 * A text kept in this browser under a key, `null` when there is none (always so on the server). Every component
 * and every tab with the same key sees a change at once.
 */
export function useStoredText(key: string): [string | null, (text: string | null) => void] {
  const subscribe = useCallback((notice: () => void) => listen(key, notice), [key]);
  const text = useSyncExternalStore(
    subscribe,
    () => readStoredText(key),
    () => null,
  );
  const set = useCallback((next: string | null) => writeStoredText(key, next), [key]);
  return [text, set];
}

function listen(key: string, notice: () => void): () => void {
  const set = listeners.get(key) ?? new Set();
  listeners.set(key, set.add(notice));
  const onStorage = (event: StorageEvent) => {
    if (event.key === key) notice();
  };
  window.addEventListener('storage', onStorage);
  return () => {
    set.delete(notice);
    window.removeEventListener('storage', onStorage);
  };
}

/** The kept text, outside of React. Only in the browser. */
export function readStoredText(key: string): string | null {
  try {
    return window.localStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

/** Keeps a text, or with null forgets it; whoever shows it follows. */
export function writeStoredText(key: string, text: string | null): void {
  memory.delete(key);
  try {
    if (text === null) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, text);
  } catch {
    if (text !== null) memory.set(key, text);
  }
  listeners.get(key)?.forEach((notice) => notice());
}
