'use client';

import { useCallback } from 'react';
import { draftStorageKey } from './forget-draft';
import { useStoredText } from './use-stored-text';

export interface Draft {
  text: string;
  setText: (text: string) => void;
  /** Forgets it; call when the text has reached the server. */
  clear: () => void;
  /** There is something from before that has not been sent. */
  kept: boolean;
}

/**
 * Text that is not lost when the page, the browser or the session ends: kept in this browser under `key`
 * (such as `note:crt_1`) until cleared. Without a kept text it is `initial`.
 */
export function useDraft(key: string, initial = ''): Draft {
  const [stored, setStored] = useStoredText(draftStorageKey(key));
  const setText = useCallback((text: string) => setStored(text === initial ? null : text), [setStored, initial]);
  const clear = useCallback(() => setStored(null), [setStored]);
  return { text: stored ?? initial, setText, clear, kept: stored !== null };
}
