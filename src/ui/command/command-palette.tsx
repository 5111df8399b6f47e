'use client';

import dynamic from 'next/dynamic';
import { useShortcut } from '../use-shortcut';
import { uiTexts } from '../ui-texts';
import type { CommandPaletteProps } from './command-item';

const CommandPanel = dynamic(() => import('./command-panel').then((module) => module.CommandPanel), { ssr: false });

/** ⌘K: any creator, any command. Loaded when it is first opened. */
export function CommandPalette(props: CommandPaletteProps) {
  const { open, onOpenChange } = props;
  useShortcut('mod+k', uiTexts.palette.open, { handler: () => onOpenChange(!open) });
  return open ? <CommandPanel {...props} /> : null;
}
