'use client';

import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';
import { controlClass } from './control-class';
import { useFieldControl } from './field-context';

export interface InputProps extends ComponentProps<'input'> {
  /** Drawn inside, at the left. */
  icon?: ReactNode;
}

/** One line of text. */
export function Input({ icon, className, ...props }: InputProps) {
  const wiring = useFieldControl(props);
  const input = (
    <input
      type="text"
      {...props}
      {...wiring}
      className={cn(controlClass, 'h-control px-2 read-only:bg-sunken', icon && 'pl-7', className)}
    />
  );
  if (!icon) return input;
  return (
    <span className="relative block w-full min-w-0">
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 left-2 flex items-center text-ink-3 [&>svg]:size-3.5"
      >
        {icon}
      </span>
      {input}
    </span>
  );
}
