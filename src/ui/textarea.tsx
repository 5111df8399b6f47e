'use client';

import type { ComponentProps } from 'react';
import { cn } from './cn';
import { controlClass } from './control-class';
import { useFieldControl } from './field-context';

/** Several lines of plain text; grows with what is typed where the browser can. */
export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  const wiring = useFieldControl(props);
  return (
    <textarea
      rows={3}
      {...props}
      {...wiring}
      className={cn(controlClass, 'field-sizing-content max-h-96 min-h-16 px-2 py-1.5 read-only:bg-sunken', className)}
    />
  );
}
