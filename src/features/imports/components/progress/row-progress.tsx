'use client';

import { useFormat } from '@/ui/locale-provider';
import { Progress } from '@/ui/progress';

interface RowProgressProps {
  label: string;
  done: number;
  total: number;
  rowsPerSecond: number | null;
  /** Nothing moves: no pace, no estimate. */
  still?: boolean;
}

/** How far the rows have come, how fast, and how long it will take. */
export function RowProgress({ label, done, total, rowsPerSecond, still }: RowProgressProps) {
  const format = useFormat();
  const text = `${format.number(done)} of ${format.number(total)} rows`;
  const moving = !still && rowsPerSecond !== null && rowsPerSecond > 0;
  return (
    <div className="flex flex-col gap-2">
      <Progress
        label={label}
        value={done}
        max={total}
        tone={still ? 'attention' : 'underway'}
        valueText={text}
        className="h-2"
      />
      <p className="num flex flex-wrap justify-between gap-x-4 text-sm text-ink-3">
        <span>{text}</span>
        {moving && (
          <span>
            {format.number(Math.round(rowsPerSecond))} rows a second · {timeLeft((total - done) / rowsPerSecond)}
          </span>
        )}
      </p>
    </div>
  );
}

function timeLeft(seconds: number): string {
  if (seconds < 5) return 'a few seconds left';
  if (seconds < 90) return `about ${Math.ceil(seconds / 5) * 5} seconds left`;
  if (seconds < 5400) return `about ${Math.ceil(seconds / 60)} minutes left`;
  return `about ${Math.round(seconds / 3600)} hours left`;
}
