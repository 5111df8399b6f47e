'use client';

import { onDemand, OnDemandTrigger } from './on-demand';
import type { PopoverProps } from './popover-props';

const panel = onDemand(() => import('./popover-panel'));

/** A small panel at a button. Its code is loaded when it is first opened. */
export function Popover(props: PopoverProps) {
  const { trigger, open, onOpenChange } = props;
  return (
    <OnDemandTrigger trigger={trigger} opens="dialog" code={panel} open={open} onOpen={() => onOpenChange?.(true)}>
      {() => {
        const { PopoverPanel } = panel.loaded();
        return <PopoverPanel {...props} />;
      }}
    </OnDemandTrigger>
  );
}
