'use client';

import { useEffect, useEffectEvent } from 'react';
import { registerShortcut } from './shortcut-registry';
import { uiTexts } from './ui-texts';

export interface ShortcutOptions {
  handler: (event: KeyboardEvent) => void;
  /** The heading under which `?` lists it. */
  group?: string;
  enabled?: boolean;
}

/**
 * A key that does something on this screen, listed by `?`. It does not fire while someone types in a field or
 * a modal dialog is open. `keys`: `j`, `?`, `Enter`, `mod+k`, or a sequence such as `g c`.
 */
export function useShortcut(keys: string, label: string, options: ShortcutOptions): void {
  const { handler, group = uiTexts.shortcuts.general, enabled = true } = options;
  const onKeys = useEffectEvent(handler);
  useEffect(() => {
    if (!enabled) return;
    return registerShortcut({ keys, label, group, handler: (event) => onKeys(event) });
  }, [keys, label, group, enabled]);
}
