import type { ReactNode } from 'react';
import { cn } from './cn';

export interface EmptyStateProps {
  icon?: ReactNode;
  /** What belongs here. */
  title: ReactNode;
  description?: ReactNode;
  /** The button that begins it. */
  action?: ReactNode;
  className?: string;
}

/** Empty is a beginning: what belongs here, and the button that begins it. */
export function EmptyState({ icon, title, description, action, className }: EmptyStateProps) {
  return (
    <div className={cn('mx-auto flex max-w-md flex-col items-center gap-2 px-6 py-16 text-center', className)}>
      {icon && (
        <span aria-hidden="true" className="mb-1 text-ink-3 [&>svg]:size-7 [&>svg]:stroke-[1.5]">
          {icon}
        </span>
      )}
      <h2 className="text-lg font-semibold text-balance">{title}</h2>
      {description && <p className="text-balance text-ink-2">{description}</p>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
