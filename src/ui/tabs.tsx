'use client';

import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { tabClass } from './tab-class';

export interface TabItem {
  value: string;
  label: ReactNode;
  count?: number | string;
  content: ReactNode;
  /** Of the tab itself, such as `lg:hidden`. */
  className?: string;
}

export interface TabsProps {
  label: string;
  items: readonly TabItem[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  className?: string;
  panelClassName?: string;
}

/** Views of one thing on one page. Where each view has its own address use `TabNav`. */
export function Tabs({ label, items, value, defaultValue, onValueChange, className, panelClassName }: TabsProps) {
  return (
    <Radix.Root
      value={value}
      defaultValue={defaultValue ?? items[0]?.value}
      onValueChange={onValueChange}
      className={cn('flex min-h-0 flex-col', className)}
    >
      <Radix.List aria-label={label} className="flex shrink-0 gap-0.5 overflow-x-auto border-b border-line px-3 py-2">
        {items.map((item) => (
          <Radix.Trigger key={item.value} value={item.value} className={cn(tabClass, item.className)}>
            {item.label}
            {item.count !== undefined && <span className="num text-ink-3">{item.count}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {items.map((item) => (
        <Radix.Content key={item.value} value={item.value} className={cn('min-h-0 flex-1', panelClassName)}>
          {item.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
