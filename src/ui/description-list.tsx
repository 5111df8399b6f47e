import type { ReactNode } from 'react';
import { cn } from './cn';

export interface DescriptionItem {
  /** Only needed when `term` is not a string or occurs twice. */
  key?: string;
  term: ReactNode;
  value: ReactNode;
}

/** Facts about one thing: name at the left, value at the right. */
export function DescriptionList({ items, className }: { items: readonly DescriptionItem[]; className?: string }) {
  return (
    <dl className={cn('grid grid-cols-[92px_minmax(0,1fr)] gap-x-2.5 gap-y-[7px] text-sm', className)}>
      {items.map(({ key, term, value }, index) => (
        <div key={key ?? (typeof term === 'string' ? term : index)} className="contents">
          <dt className="text-ink-3">{term}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
