import type { ReactNode } from 'react';

export interface DropdownMenuProps {
  /** The button that opens it. */
  trigger: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
  children: ReactNode;
}

export interface MenuItemProps {
  icon?: ReactNode;
  kbd?: string;
  danger?: boolean;
  disabled?: boolean;
  /** Renders the one child (a link) as the item. */
  asChild?: boolean;
  onSelect?: () => void;
  children: ReactNode;
}

export interface MenuRadioGroupProps {
  value: string;
  onValueChange: (value: string) => void;
  options: readonly { value: string; label: ReactNode; icon?: ReactNode }[];
}
