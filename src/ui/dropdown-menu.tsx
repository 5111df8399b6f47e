'use client';

import type { ReactNode } from 'react';
import type { DropdownMenuProps, MenuItemProps, MenuRadioGroupProps } from './menu-props';
import { onDemand, OnDemandTrigger } from './on-demand';

const panel = onDemand(() => import('./menu-panel'));

/** A list of things to do. Arrow keys, first letters, Escape. Its code is loaded when it is first opened. */
export function DropdownMenu(props: DropdownMenuProps) {
  return (
    <OnDemandTrigger trigger={props.trigger} opens="menu" code={panel}>
      {(byKeyboard) => {
        const { MenuPanel } = panel.loaded();
        return <MenuPanel {...props} byKeyboard={byKeyboard} />;
      }}
    </OnDemandTrigger>
  );
}

export function MenuItem(props: MenuItemProps) {
  const { MenuItem: Item } = panel.loaded();
  return <Item {...props} />;
}

export function MenuLabel(props: { children: ReactNode }) {
  const { MenuLabel: Label } = panel.loaded();
  return <Label {...props} />;
}

export function MenuSeparator() {
  const { MenuSeparator: Separator } = panel.loaded();
  return <Separator />;
}

/** One of a few, chosen in the menu. */
export function MenuRadioGroup(props: MenuRadioGroupProps) {
  const { MenuRadioGroup: Group } = panel.loaded();
  return <Group {...props} />;
}
