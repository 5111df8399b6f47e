'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { uiTexts } from '../ui-texts';
import { useShortcut } from '../use-shortcut';

const KeyboardHelpPanel = dynamic(() => import('./keyboard-help-panel').then((module) => module.KeyboardHelpPanel), {
  ssr: false,
});

/** `?` lists every key that does something on this screen. Once, in the shell. */
export function KeyboardHelp() {
  const [open, setOpen] = useState(false);
  useShortcut('?', uiTexts.shortcuts.help, { handler: () => setOpen(true) });
  return open ? <KeyboardHelpPanel open onOpenChange={setOpen} /> : null;
}
