import { cn } from './cn';
import type { Tone } from './status';
import { toneClasses } from './badge';

export interface ProgressProps {
  /** What is under way, for screen readers. */
  label: string;
  value: number;
  max?: number;
  tone?: Tone;
  /** Read out instead of a percentage, such as `1,200 of 40,000 rows`. */
  valueText?: string;
  className?: string;
}

/** How far long work has come. */
export function Progress({ label, value, max = 100, tone, valueText, className }: ProgressProps) {
  const share = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(max, Math.max(0, value))}
      aria-valuetext={valueText}
      className={cn('h-1.5 min-w-16 overflow-hidden rounded-full bg-line', className)}
    >
      <div
        style={{ width: `${share}%` }}
        className={cn(
          'h-full rounded-full transition-[width]',
          tone ? cn(toneClasses[tone], 'bg-(--st)') : 'bg-chart-1',
        )}
      />
    </div>
  );
}
