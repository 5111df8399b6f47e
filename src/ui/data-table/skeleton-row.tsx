import type { CSSProperties } from 'react';
import { Skeleton } from '../skeleton';
import { uiTexts } from '../ui-texts';

/** A row that is on its way. */
export function SkeletonRow({ style, height, rowIndex }: { style: CSSProperties; height: number; rowIndex: number }) {
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      style={{ ...style, height }}
      className="absolute inset-x-0 top-0 flex items-center border-b border-line px-4"
    >
      <div role="gridcell" aria-label={uiTexts.table.loadingMore} className="flex flex-1 items-center gap-4">
        <Skeleton className="size-6 rounded-full" />
        <Skeleton className="w-40" />
        <Skeleton className="ml-auto w-16" />
        <Skeleton className="w-24 max-sm:hidden" />
      </div>
    </div>
  );
}
