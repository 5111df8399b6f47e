import type { ReactNode } from 'react';

export interface CommandItem {
  id: string;
  label: string;
  hint?: string;
  icon?: ReactNode;
  kbd?: string;
  /** Where it leads; else `onSelect` says what it does. */
  href?: string;
  onSelect?: () => void;
  /** More words it is found by. */
  keywords?: string;
}

export interface CommandGroup {
  heading: string;
  items: readonly CommandItem[];
}

export interface CommandPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What can be done or visited from here; filtered by what is typed. */
  groups: readonly CommandGroup[];
  /** Finds records. Keep the function stable. */
  search?: (query: string) => Promise<readonly CommandGroup[]>;
}
