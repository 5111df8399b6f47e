'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { tabClass } from './tab-class';

export interface TabNavItem {
  href: string;
  label: ReactNode;
  count?: number | string;
  current: boolean;
}

/** Tabs that are addresses: links, so that they open beside, can be bookmarked and are prefetched. */
export function TabNav({ label, items }: { label: string; items: readonly TabNavItem[] }) {
  return (
    <nav aria-label={label} className="flex shrink-0 gap-0.5 overflow-x-auto border-b border-line px-3 py-2">
      {items.map((item) => (
        <Link
          key={item.href}
          ref={item.current ? bringIntoView : undefined}
          href={item.href}
          aria-current={item.current ? 'page' : undefined}
          className={tabClass}
        >
          {item.label}
          {item.count !== undefined && <span className="num text-ink-3">{item.count}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** On a phone the tabs run out of sight: the one that one is on is never among those. */
function bringIntoView(tab: HTMLAnchorElement | null): void {
  tab?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
}
