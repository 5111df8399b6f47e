'use client';

import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Kbd } from './kbd';

/** A name that appears on hover and on focus. It repeats what the control's own name says, so nothing depends on it. */
export function Tooltip(props: {
  label: ReactNode;
  kbd?: string;
  side?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactNode;
}) {
  return (
    <Radix.Provider delayDuration={400} skipDelayDuration={200}>
      <Radix.Root>
        <Radix.Trigger asChild>{props.children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            // The control already has this name; read out twice it would only delay.
            aria-hidden="true"
            side={props.side ?? 'bottom'}
            sideOffset={6}
            collisionPadding={8}
            className="animate-fade z-50 flex max-w-xs items-center gap-2 rounded-sm bg-ink px-2 py-1 text-sm text-bg"
          >
            {props.label}
            {props.kbd && <Kbd className="border-current/40 bg-transparent text-inherit">{props.kbd}</Kbd>}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
