'use client';

import { outcomes } from '@/features/imports/components/labels.data';
import type { ImportCounts, Outcome } from '@/features/imports/schemas/import';
import { toneClasses } from '@/ui/badge';
import { cn } from '@/ui/cn';
import { useFormat } from '@/ui/locale-provider';
import { statusLook } from '@/ui/status';
import { StatusIcon } from '@/ui/status-icon';

interface OutcomeTilesProps {
  label: string;
  counts: ImportCounts;
  /** With a choice the tiles are buttons that filter the rows below; `null` is all of them. */
  chosen?: Outcome | null;
  onChoose?: (outcome: Outcome | null) => void;
}

const tileClass =
  'flex min-w-0 flex-col items-start gap-1 rounded-md border border-line bg-surface px-3.5 py-2.5 text-left max-sm:px-3 max-sm:py-2';

/** How many rows became what. The five add up to all. */
export function OutcomeTiles({ label, counts, chosen, onChoose }: OutcomeTilesProps) {
  return (
    <ul aria-label={label} className="grid grid-cols-3 gap-3 max-sm:gap-2 md:grid-cols-6">
      {([null, ...outcomes] as const).map((outcome) => (
        <li key={outcome ?? 'all'} className="flex min-w-0 flex-col">
          {onChoose ? (
            <button
              type="button"
              aria-pressed={chosen === outcome}
              onClick={() => onChoose(outcome)}
              className={cn(
                tileClass,
                'hover:border-line-control aria-pressed:border-accent aria-pressed:bg-accent-soft',
              )}
            >
              <TileContent outcome={outcome} counts={counts} />
            </button>
          ) : (
            <div className={tileClass}>
              <TileContent outcome={outcome} counts={counts} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function TileContent({ outcome, counts }: { outcome: Outcome | null; counts: ImportCounts }) {
  const format = useFormat();
  const count = outcome ? counts[outcome] : counts.rows;
  const look = outcome && statusLook('importRowOutcome', outcome);
  return (
    <>
      <span className={cn('flex max-w-full items-center gap-1.5 text-sm text-ink-2', look && toneClasses[look.tone])}>
        {look && <StatusIcon name={look.icon} className="size-[11px] shrink-0 text-(--st)" />}
        <span className="truncate">{look ? look.label : 'Rows'}</span>
      </span>
      <span className={cn('num text-2xl font-semibold max-sm:text-xl', count === 0 && 'text-ink-3')}>
        {format.number(count)}
      </span>
    </>
  );
}
