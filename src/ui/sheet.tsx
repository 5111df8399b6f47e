'use client';

import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { CloseButton } from './close-button';

export interface SheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** Said by screen readers when `title` is more than words. */
  description?: string;
  /** Buttons in its top bar, before the cross. */
  actions?: ReactNode;
  footer?: ReactNode;
  /** Blocks what lies behind it: for forms. A record beside the work is not modal. */
  modal?: boolean;
  width?: 's' | 'm' | 'l' | 'xl';
  children: ReactNode;
}

const widths = { s: 'sm:w-[340px]', m: 'sm:w-[440px]', l: 'sm:w-[640px]', xl: 'sm:w-[min(940px,calc(100vw-48px))]' };

/** A panel beside the work. What lies behind stays usable: moving there changes the record, Escape closes it. */
export function Sheet(props: SheetProps) {
  const { open, onOpenChange, title, description, actions, footer, modal = false, width = 'm', children } = props;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange} modal={modal}>
      <Radix.Portal>
        {modal && <Radix.Overlay className="animate-fade fixed inset-0 z-30 bg-scrim" />}
        <Radix.Content
          {...(modal ? { 'data-modal': '' } : { onInteractOutside: keepOpen })}
          onOpenAutoFocus={focusPanel}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'animate-sheet fixed inset-y-0 right-0 z-30 flex w-full flex-col border-l border-line bg-surface shadow-pop outline-none',
            widths[width],
          )}
        >
          <header className="flex min-h-12 shrink-0 items-center gap-2 border-b border-line py-1 pr-3 pl-4">
            <Radix.Title className="min-w-0 flex-1 truncate text-md font-semibold">{title}</Radix.Title>
            {description && <Radix.Description className="sr-only">{description}</Radix.Description>}
            {actions}
            <Radix.Close asChild>
              <CloseButton />
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
          {footer && (
            <footer className="flex shrink-0 flex-wrap justify-end gap-2 border-t border-line px-4 py-3">
              {footer}
            </footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function keepOpen(event: Event) {
  event.preventDefault();
}

/** The panel itself gets the focus: keys of the screen still work, Tab goes on to its first control. */
function focusPanel(event: Event) {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}
