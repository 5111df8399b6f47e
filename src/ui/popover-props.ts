import type { ReactNode } from 'react';

export interface PopoverProps {
  trigger: ReactNode;
  /** The accessible name of what pops up. */
  label: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: 'start' | 'center' | 'end';
  className?: string;
  children: ReactNode;
}
