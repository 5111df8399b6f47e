'use client';

import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import { useEffect, useRef, type ReactNode } from 'react';
import { cn } from './cn';
import { Kbd } from './kbd';
import { menuItemClass, popClass } from './menu-class';
import type { DropdownMenuProps, MenuItemProps, MenuRadioGroupProps } from './menu-props';

/** An open menu at its button. Opened by a key it begins at its first item. */
export function MenuPanel(props: DropdownMenuProps & { byKeyboard: boolean }) {
  const { trigger, align = 'start', side = 'bottom', byKeyboard, children } = props;
  return (
    <Radix.Root modal={false} defaultOpen>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            popClass,
            'max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto p-1',
          )}
        >
          {children}
          {byKeyboard && <BeginAtFirst />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Radix came too late for the key that opened the menu for the first time. */
function BeginAtFirst() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const first = mark.current?.parentElement?.querySelector('[role^="menuitem"]:not([data-disabled])');
    if (first instanceof HTMLElement) first.focus();
  }, []);
  return <span ref={mark} hidden />;
}

/** See `dropdown-menu`. */
export function MenuItem({ icon, kbd, danger, asChild, children, ...rest }: MenuItemProps) {
  const className = cn(menuItemClass, danger && 'text-late [&>svg]:text-late');
  if (asChild) {
    return (
      <Radix.Item asChild className={className} {...rest}>
        {children}
      </Radix.Item>
    );
  }
  return (
    <Radix.Item className={className} {...rest}>
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {kbd && <Kbd>{kbd}</Kbd>}
    </Radix.Item>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 pt-1.5 pb-1 text-sm text-ink-3">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}

/** One of a few, chosen in the menu. */
export function MenuRadioGroup({ value, onValueChange, options }: MenuRadioGroupProps) {
  return (
    <Radix.RadioGroup value={value} onValueChange={onValueChange}>
      {options.map((option) => (
        <Radix.RadioItem
          key={option.value}
          value={option.value}
          className={menuItemClass}
          onSelect={(event) => event.preventDefault()}
        >
          {option.icon}
          <span className="min-w-0 flex-1 truncate">{option.label}</span>
          <Radix.ItemIndicator>
            <Check aria-hidden="true" className="size-3.5 text-accent-text" />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}
