import type { ReactNode } from 'react';
import { cn } from './cn';

/** A key cap. Hidden on touch devices, where there is no such key, and from screen readers: `aria-keyshortcuts` says it. */
export function Kbd({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <kbd
      aria-hidden="true"
      className={cn(
        'inline-flex h-4 min-w-4 items-center justify-center rounded-xs border border-line bg-surface px-1 font-sans text-xs leading-none text-ink-3 coarse:hidden',
        className,
      )}
    >
      {children}
    </kbd>
  );
}
