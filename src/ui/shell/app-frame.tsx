import type { ReactNode } from 'react';
import { uiTexts } from '../ui-texts';

export interface AppFrameProps {
  /** A `SideNav`. */
  side: ReactNode;
  /** A `PhoneNav`. */
  bottom: ReactNode;
  children: ReactNode;
}

/** The shell that never reloads: navigation at the left (at the bottom of a phone), the screen in `main`, which scrolls by itself. */
export function AppFrame({ side, bottom, children }: AppFrameProps) {
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-sm bg-accent px-3 py-2 text-accent-ink focus:translate-y-0"
      >
        {uiTexts.shell.skip}
      </a>
      <div className="flex min-h-0 flex-1">
        {side}
        <main id="content" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none">
          {children}
        </main>
      </div>
      {bottom}
    </div>
  );
}
