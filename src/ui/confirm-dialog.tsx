'use client';

import { AlertDialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './button';
import { uiTexts } from './ui-texts';

export interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** Exactly what will happen, to whom, for how much. */
  children: ReactNode;
  confirmLabel: string;
  onConfirm: () => void;
  pending?: boolean;
  danger?: boolean;
}

/** Only where something leaves that cannot be undone: money, mail to many, a signature. Everything else has an undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="animate-fade fixed inset-0 z-40 bg-scrim" />
        <Radix.Content
          data-modal=""
          className="animate-pop fixed inset-x-3 top-[15dvh] z-40 mx-auto flex max-h-[70dvh] max-w-md flex-col rounded-lg border border-line bg-raised shadow-pop"
        >
          <Radix.Title className="px-4 pt-3.5 text-lg font-semibold">{props.title}</Radix.Title>
          <Radix.Description asChild>
            <div className="min-h-0 flex-1 overflow-y-auto px-4 py-3 text-ink-2">{props.children}</div>
          </Radix.Description>
          <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">
            <Radix.Cancel asChild>
              <Button>{uiTexts.cancel}</Button>
            </Radix.Cancel>
            <Button variant={props.danger ? 'danger' : 'primary'} pending={props.pending} onClick={props.onConfirm}>
              {props.confirmLabel}
            </Button>
          </footer>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
