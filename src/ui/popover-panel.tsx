'use client';

import { Popover as Radix } from 'radix-ui';
import { cn } from './cn';
import { popClass } from './menu-class';
import type { PopoverProps } from './popover-props';

/** An open popover at its button. */
export function PopoverPanel({
  trigger,
  label,
  open,
  onOpenChange,
  align = 'start',
  className,
  children,
}: PopoverProps) {
  return (
    <Radix.Root {...(open === undefined ? { defaultOpen: true } : { open })} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            popClass,
            'max-h-(--radix-popover-content-available-height) w-64 max-w-[calc(100vw-16px)] overflow-y-auto p-3',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
