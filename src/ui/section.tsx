import type { ReactNode } from 'react';
import { cn } from './cn';

export interface SectionProps {
  title: ReactNode;
  /** A link or a small button at the right of the title. */
  action?: ReactNode;
  /** `pane`: between hairlines, in a side column; `card`: framed, in the body of a page. */
  variant?: 'pane' | 'card';
  level?: 2 | 3;
  className?: string;
  children: ReactNode;
}

/** A titled part of a screen. */
export function Section({ title, action, variant = 'pane', level = 2, className, children }: SectionProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  if (variant === 'card') {
    return (
      <section className={cn('rounded-md border border-line bg-surface', className)}>
        <header className="flex min-h-10 flex-wrap items-center gap-2 border-b border-line px-3.5 py-1.5">
          <Heading className="font-semibold">{title}</Heading>
          {action && <div className="ml-auto flex items-center gap-2">{action}</div>}
        </header>
        <div className="p-3.5">{children}</div>
      </section>
    );
  }
  return (
    <section className={cn('border-b border-line px-4 py-3.5 last:border-b-0', className)}>
      <header className="mb-2 flex items-center gap-2">
        <Heading className="text-sm font-semibold text-ink-2">{title}</Heading>
        {action && <div className="ml-auto text-sm">{action}</div>}
      </header>
      {children}
    </section>
  );
}
