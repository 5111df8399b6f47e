'use client';

import { Slot } from 'radix-ui';
import { useEffect, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';

/** Code that is fetched when it is first wanted. */
export interface OnDemandCode<Module> {
  /** Fetches it, once. */
  load(): Promise<Module>;
  /** What was fetched. @throws Error before `load` has ended */
  loaded(): Module;
}

/** `fetch` imports the module; a fetch that failed is tried again at the next asking. */
export function onDemand<Module>(fetch: () => Promise<Module>): OnDemandCode<Module> {
  let module: Module | undefined;
  return {
    async load() {
      module ??= await fetch();
      return module;
    },
    loaded() {
      if (module === undefined) throw new Error('drawn before its code was there');
      return module;
    },
  };
}

export interface OnDemandTriggerProps {
  /** The button. */
  trigger: ReactNode;
  /** What it opens, for assistive technology. */
  opens: 'menu' | 'dialog';
  code: OnDemandCode<unknown>;
  /** Someone else opens it. */
  open?: boolean | undefined;
  onOpen?: (() => void) | undefined;
  /** The whole, open, with a trigger of its own; drawn once the code is there. */
  children: (byKeyboard: boolean) => ReactNode;
}

/**
 * A button that stands alone until what it opens is wanted: most menus of a screen are never opened, and their code
 * would be half of its first load. The pointer or the focus on the button fetches the code ahead.
 */
export function OnDemandTrigger({ trigger, opens, code, open, onOpen, children }: OnDemandTriggerProps) {
  const [opened, setOpened] = useState<'pointer' | 'keyboard' | null>(null);
  const fetchAhead = () => void code.load().catch(() => undefined);
  useEffect(() => {
    if (open) void code.load().then(() => setOpened((before) => before ?? 'pointer'));
  }, [open, code]);
  if (opened) return children(opened === 'keyboard');
  const openBy = (how: 'pointer' | 'keyboard') =>
    void code.load().then(() => {
      setOpened(how);
      onOpen?.();
    });
  return (
    <Slot.Root
      aria-haspopup={opens}
      aria-expanded={false}
      data-state="closed"
      onPointerEnter={fetchAhead}
      onFocus={fetchAhead}
      // A click without a position is that of Enter or Space.
      onClick={(event: MouseEvent) => !event.defaultPrevented && openBy(event.detail === 0 ? 'keyboard' : 'pointer')}
      onKeyDown={(event: KeyboardEvent) => {
        if (opens !== 'menu' || event.key !== 'ArrowDown') return;
        event.preventDefault();
        openBy('keyboard');
      }}
    >
      {trigger}
    </Slot.Root>
  );
}
