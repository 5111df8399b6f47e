'use client';

import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';
import { Tooltip } from './tooltip';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** What it does, in words: the accessible name and the tooltip. */
  'aria-label': string;
  icon: ReactNode;
  variant?: 'default' | 'quiet';
  size?: 'm' | 's';
  /** The key that does the same, shown in the tooltip. */
  kbd?: string;
  /** For a toggle. */
  pressed?: boolean;
}

/** A square button with an icon only; its name shows on hover and focus. */
export function IconButton(props: IconButtonProps) {
  const { icon, variant = 'quiet', size = 'm', kbd, pressed, className, ...rest } = props;
  return (
    <Tooltip label={rest['aria-label']} kbd={kbd}>
      <button
        type="button"
        aria-keyshortcuts={kbd}
        aria-pressed={pressed}
        className={cn(
          'inline-flex shrink-0 items-center justify-center rounded-sm border text-ink-2 transition-colors hover:bg-sunken hover:text-ink',
          'aria-expanded:bg-sunken aria-pressed:bg-sunken aria-pressed:text-accent-text disabled:cursor-not-allowed disabled:opacity-50 [&>svg]:size-4',
          size === 'm' ? 'size-control' : 'size-control-s',
          variant === 'default' ? 'border-line-strong bg-surface' : 'border-transparent bg-transparent',
          className,
        )}
        {...rest}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
