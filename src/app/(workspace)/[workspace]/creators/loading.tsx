import { PageHeader } from '@/ui/page-header';
import { Skeleton } from '@/ui/skeleton';

/** The shape of the list while its rows are read. */
export default function CreatorsLoading() {
  return (
    <div className="flex min-h-0 flex-1 flex-col" aria-busy="true">
      <PageHeader title="Creators" />
      <div className="flex items-center gap-2 border-b border-line bg-surface px-4 py-2">
        <Skeleton className="h-control w-64 rounded-sm" />
        <Skeleton className="h-control w-16 rounded-sm" />
      </div>
      <div className="min-h-0 flex-1 overflow-hidden bg-surface">
        {Array.from({ length: 20 }, (_, index) => (
          <div key={index} className="flex h-[38px] items-center gap-3 border-b border-line px-4">
            <Skeleton className="size-7 rounded-full" />
            <Skeleton className="w-48" />
            <Skeleton className="ml-auto w-24 max-sm:hidden" />
            <Skeleton className="w-20 max-sm:hidden" />
            <Skeleton className="h-5 w-24 rounded-full" />
          </div>
        ))}
      </div>
    </div>
  );
}
