'use client';

import { Switch as Radix } from 'radix-ui';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { cn } from './cn';
import { useFieldControl } from './field-context';

export interface SwitchProps extends ComponentProps<typeof Radix.Root> {
  label?: ReactNode;
}

/** A setting that takes effect at once. For something that is submitted use a checkbox. */
export function Switch({ label, className, ...props }: SwitchProps) {
  const own = useId();
  const wiring = useFieldControl(props);
  const id = wiring.id ?? own;
  const control = (
    <Radix.Root
      {...props}
      {...wiring}
      id={id}
      className={cn(
        'relative inline-flex h-4 w-7 shrink-0 items-center rounded-full border border-line-control bg-sunken p-px transition-colors',
        'after:absolute after:-inset-1 coarse:after:-inset-3.5 data-[state=checked]:border-accent data-[state=checked]:bg-accent disabled:opacity-50',
        className,
      )}
    >
      <Radix.Thumb className="block size-3 rounded-full bg-ink-3 transition-transform data-[state=checked]:translate-x-3 data-[state=checked]:bg-accent-ink" />
    </Radix.Root>
  );
  if (!label) return control;
  return (
    <div className="flex min-h-control items-center gap-2">
      {control}
      <label htmlFor={id}>{label}</label>
    </div>
  );
}
