'use client';

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { uiTexts } from './ui-texts';

export interface ChipProps {
  children: ReactNode;
  /** Gives it a cross; `removeLabel` is what the cross is called. */
  onRemove?: () => void;
  removeLabel?: string;
  className?: string;
}

/** A small fact: a tag, an owner, a file. Not a state; states are badges. */
export function Chip({ children, onRemove, removeLabel, className }: ChipProps) {
  return (
    <span className={cn('chip', className)}>
      <span className="truncate">{children}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel ?? uiTexts.remove}
          onClick={onRemove}
          className="relative -mr-1 rounded-xs text-ink-3 after:absolute after:-inset-1.5 hover:text-ink"
        >
          <X aria-hidden="true" className="size-3" />
        </button>
      )}
    </span>
  );
}
