import type { ReactNode } from 'react';
import { uiTexts } from '../ui-texts';
import type { NavSection } from './nav-item';
import { NavLinks } from './nav-links';

export interface SideNavProps {
  /** A `WorkspaceSwitcher`. */
  switcher: ReactNode;
  /** A `FindButton`. */
  find?: ReactNode;
  sections: readonly NavSection[];
  /** Places that stand at the bottom, such as the settings. */
  footerItems?: NavSection['items'];
  /** A `UserMenu`. */
  user: ReactNode;
}

/** The 220-pixel column at the left; on a phone `PhoneNav` takes its place. */
export function SideNav({ switcher, find, sections, footerItems, user }: SideNavProps) {
  return (
    <aside
      aria-label={uiTexts.shell.sidebar}
      className="flex h-full w-[220px] shrink-0 flex-col gap-0.5 border-r border-line bg-sunken px-2.5 py-3 max-sm:hidden"
    >
      <div className="pb-1.5">{switcher}</div>
      {find && <div className="pb-2">{find}</div>}
      <nav aria-label={uiTexts.shell.navigation} className="flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto">
        <NavLinks sections={sections} />
        {footerItems && (
          <div className="mt-auto pt-3">
            <NavLinks sections={[{ items: footerItems }]} />
          </div>
        )}
      </nav>
      {user}
    </aside>
  );
}
