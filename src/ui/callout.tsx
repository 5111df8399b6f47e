import type { ReactNode } from 'react';
import { toneClasses } from './badge';
import { cn } from './cn';
import { toneIcons, type Tone } from './status';
import { StatusIcon } from './status-icon';

export interface CalloutProps {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Read out as soon as it appears; for what has just gone wrong. */
  urgent?: boolean;
  className?: string;
}

/** A note inside the page: what happened, what was kept, what to do. */
export function Callout({ tone = 'underway', title, children, action, urgent, className }: CalloutProps) {
  return (
    <div
      role={urgent ? 'alert' : undefined}
      className={cn(
        'tone-panel flex flex-wrap items-start gap-x-2.5 gap-y-2 rounded-md border px-3 py-2.5',
        toneClasses[tone],
        className,
      )}
    >
      <StatusIcon name={toneIcons[tone]} className="mt-[3px] size-3.5 shrink-0 text-(--st)" />
      <div className="min-w-0 flex-1 basis-48">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-ink-2">{children}</div>}
      </div>
      {action && <div className="flex shrink-0 flex-wrap gap-2">{action}</div>}
    </div>
  );
}
