'use client';

import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { CloseButton } from './close-button';

export interface DialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** A button that opens it; leave out when `open` is controlled. */
  trigger?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
  size?: 's' | 'm' | 'l';
  children?: ReactNode;
}

const widths = { s: 'max-w-sm', m: 'max-w-lg', l: 'max-w-3xl' };

/** Asks for all attention. Focus stays inside, Escape closes, focus returns to where it came from. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, trigger, title, description, footer, size = 'm', children } = props;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="animate-fade fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          data-modal=""
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'animate-pop fixed inset-x-3 top-[10dvh] z-40 mx-auto flex max-h-[80dvh] flex-col rounded-lg border border-line bg-raised shadow-pop',
            widths[size],
          )}
        >
          <header className="py-3.5 pr-14 pl-4">
            <div>
              <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
              {description && <Radix.Description className="mt-1 text-ink-2">{description}</Radix.Description>}
            </div>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-3">{children}</div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">{footer}</footer>
          )}
          {/* Last in the order of focus, so that a form begins in its first field. */}
          <div className="absolute top-2 right-4">
            <Radix.Close asChild>
              <CloseButton />
            </Radix.Close>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
