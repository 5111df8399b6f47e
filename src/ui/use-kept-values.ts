'use client';

import { draftStorageKey } from './forget-draft';
import { readStoredText } from './use-stored-text';
import { useDraft } from './use-draft';

export interface KeptValues<Values extends object> {
  values: Values;
  set: (change: Partial<Values>) => void;
  /** Forgets what was typed; call when it has reached the server or is thrown away. */
  clear: () => void;
  /** Something was typed that has not been sent. */
  kept: boolean;
}

/**
 * The values of a form that are not lost when the page, the browser or the session ends: what differs from
 * `initial` is kept in this browser under `key` (such as `contact:con_1`) until cleared.
 */
export function useKeptValues<Values extends object>(key: string, initial: Values): KeptValues<Values> {
  const draft = useDraft(key);
  const set = (change: Partial<Values>) => {
    // What is stored by now, and not what was drawn: two fields may change before the form is drawn again.
    const typed = { ...readValues<Values>(readStoredText(draftStorageKey(key))), ...change };
    const different = Object.entries(typed).filter(([name, value]) => !isSame(value, initial[name as keyof Values]));
    draft.setText(different.length === 0 ? '' : JSON.stringify(Object.fromEntries(different)));
  };
  return { values: { ...initial, ...readValues<Values>(draft.text) }, set, clear: draft.clear, kept: draft.kept };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function readValues<Values>(text: string | null): Partial<Values> {
  try {
    return JSON.parse(text ?? '') as Partial<Values>;
  } catch {
    return {};
  }
}
