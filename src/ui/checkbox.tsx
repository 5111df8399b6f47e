'use client';

import { Check, Minus } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { cn } from './cn';
import { joinIds, useFieldControl } from './field-context';

export interface CheckboxProps extends ComponentProps<typeof Radix.Root> {
  /** The words beside it; without them give an `aria-label` or put it into a `Field`. */
  label?: ReactNode;
  hint?: ReactNode;
}

/** Yes, no, or (`checked="indeterminate"`) some. */
export function Checkbox({ label, hint, className, ...props }: CheckboxProps) {
  const own = useId();
  const wiring = useFieldControl(props);
  const id = wiring.id ?? own;
  const hintId = hint ? `${id}-hint` : undefined;
  const box = (
    <Radix.Root
      {...props}
      {...wiring}
      id={id}
      aria-describedby={joinIds(wiring['aria-describedby'], hintId)}
      className={cn('check-box', className)}
    >
      <Radix.Indicator className="group">
        <Check className="size-3 group-data-[state=indeterminate]:hidden" strokeWidth={3} />
        <Minus className="hidden size-3 group-data-[state=indeterminate]:block" strokeWidth={3} />
      </Radix.Indicator>
    </Radix.Root>
  );
  if (!label) return box;
  return (
    <div className={cn('flex min-h-control gap-2', hint ? 'items-start py-1' : 'items-center')}>
      {box}
      <div className="min-w-0">
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p id={hintId} className="text-sm text-ink-3">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
