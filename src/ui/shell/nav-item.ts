import type { ReactNode } from 'react';

export interface NavItem {
  href: string;
  label: string;
  /** A lucide element, such as `<Users />`. */
  icon: ReactNode;
  /** Whether it is where the person is; else its address decides. */
  current?: boolean;
  /** How many need this person; none is shown for 0. */
  count?: number;
}

export interface NavSection {
  /** A small caption; the first section has none. */
  label?: string;
  items: readonly NavItem[];
}

/** An item is current on its own page and on every page below it. */
export function isCurrent(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
