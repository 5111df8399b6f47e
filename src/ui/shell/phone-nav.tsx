'use client';

import { Menu } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { uiTexts } from '../ui-texts';
import { isCurrent, type NavItem, type NavSection } from './nav-item';
import { NavLinks } from './nav-links';

const Sheet = dynamic(() => import('../sheet').then((module) => module.Sheet), { ssr: false });

export interface PhoneNavProps {
  /** Up to four places in the bar; the rest is behind the last button. */
  items: readonly NavItem[];
  sections: readonly NavSection[];
  switcher: ReactNode;
  user: ReactNode;
}

/** The bar at the bottom of a phone, with a drawer that holds everything. */
export function PhoneNav({ items, sections, switcher, user }: PhoneNavProps) {
  const [open, setOpen] = useState(false);
  const pathname = usePathname();
  const barClass =
    'flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-xs text-ink-3 aria-[current=page]:text-accent-text [&>svg]:size-5 focus-visible:-outline-offset-2';
  return (
    <div className="shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden">
      <nav aria-label={uiTexts.shell.navigation} className="flex h-14">
        {items.slice(0, 4).map((item) => (
          <Link
            key={item.href}
            href={item.href}
            aria-current={isCurrent(pathname, item.href) ? 'page' : undefined}
            className={barClass}
          >
            {item.icon}
            <span className="max-w-full truncate px-1">{item.label}</span>
          </Link>
        ))}
        <button
          type="button"
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(true)}
          className={barClass}
        >
          <Menu aria-hidden="true" />
          {uiTexts.shell.more}
        </button>
      </nav>
      {open && (
        <Sheet open onOpenChange={setOpen} title={uiTexts.shell.more} modal>
          <div className="flex min-h-full flex-col gap-3 bg-sunken p-3">
            {switcher}
            <nav aria-label={uiTexts.shell.more} className="flex flex-1 flex-col">
              <NavLinks sections={sections} onNavigate={() => setOpen(false)} />
            </nav>
            {user}
          </div>
        </Sheet>
      )}
    </div>
  );
}
