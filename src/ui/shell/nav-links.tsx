'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useFormat } from '../locale-provider';
import { isCurrent, type NavItem, type NavSection } from './nav-item';

/** The list of places, the current one marked. */
export function NavLinks({ sections, onNavigate }: { sections: readonly NavSection[]; onNavigate?: () => void }) {
  const pathname = usePathname();
  return (
    <>
      {sections.map((section, index) => (
        <div key={section.label ?? index} className="flex flex-col gap-0.5">
          {section.label && <p className="px-2 pt-3.5 pb-1 text-xs text-ink-3">{section.label}</p>}
          <ul className="flex flex-col gap-0.5">
            {section.items.map((item) => (
              <li key={item.href}>
                <NavLink item={item} current={item.current ?? isCurrent(pathname, item.href)} onNavigate={onNavigate} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function NavLink({ item, current, onNavigate }: { item: NavItem; current: boolean; onNavigate?: () => void }) {
  const format = useFormat();
  return (
    <Link
      href={item.href}
      onClick={onNavigate}
      aria-current={current ? 'page' : undefined}
      className="flex h-[30px] items-center gap-[9px] rounded-sm px-2 text-ink-2 hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:bg-surface aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:shadow-[inset_0_0_0_1px_var(--line)] coarse:h-11 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:opacity-75"
    >
      {item.icon}
      <span className="truncate">{item.label}</span>
      {item.count ? (
        <span className={current ? 'num ml-auto font-medium text-accent-text' : 'num ml-auto font-medium text-ink-3'}>
          {format.number(item.count)}
        </span>
      ) : null}
    </Link>
  );
}
