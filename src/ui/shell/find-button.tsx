'use client';

import { Search } from 'lucide-react';
import { Kbd } from '../kbd';
import { uiTexts } from '../ui-texts';

/** Looks like a field and opens the command palette. */
export function FindButton({ onClick }: { onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label={uiTexts.palette.open}
      aria-keyshortcuts="Meta+K Control+K"
      onClick={onClick}
      className="flex h-[30px] w-full items-center gap-2 rounded-sm border border-line bg-surface px-2 text-ink-3 hover:border-line-strong coarse:h-11"
    >
      <Search aria-hidden="true" className="size-3.5" />
      <span>{uiTexts.palette.button}</span>
      <Kbd className="ml-auto">⌘K</Kbd>
    </button>
  );
}
