import { cn } from './cn';

/** The shape of what is coming. Give it the size of the real thing, so that nothing moves. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cn('block h-3 animate-pulse rounded-xs bg-line', className)} />;
}
