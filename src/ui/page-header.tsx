import Link from 'next/link';
import type { ReactNode } from 'react';
import { uiTexts } from './ui-texts';

export interface PageHeaderProps {
  title: ReactNode;
  crumbs?: readonly { label: string; href: string }[];
  /** Badge or chips beside the title. */
  meta?: ReactNode;
  actions?: ReactNode;
}

/** The 48-pixel bar on top of every screen: where you are at the left, what you can do at the right. */
export function PageHeader({ title, crumbs = [], meta, actions }: PageHeaderProps) {
  return (
    <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-surface px-5 py-2 max-sm:px-3">
      <div className="flex min-w-[min(100%,14rem)] flex-1 max-sm:min-w-44 items-center gap-x-2">
        {crumbs.length > 0 && (
          <nav aria-label={uiTexts.breadcrumb} className="flex min-w-0 shrink-0 items-center text-ink-3">
            {crumbs.map((crumb) => (
              <span key={crumb.href} className="flex items-center">
                <Link href={crumb.href} className="rounded-xs hover:text-ink">
                  {crumb.label}
                </Link>
                <span aria-hidden="true" className="px-1.5">
                  /
                </span>
              </span>
            ))}
          </nav>
        )}
        <h1 className="truncate text-md font-semibold">{title}</h1>
        {meta && <div className="flex min-w-0 items-center gap-2">{meta}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
