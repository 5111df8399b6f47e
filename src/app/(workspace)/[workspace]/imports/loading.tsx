import { PageHeader } from '@/ui/page-header';
import { Skeleton } from '@/ui/skeleton';

/** The shape of the list while its rows are read. */
export default function ImportsLoading() {
  return (
    <div className="flex min-h-0 flex-1 flex-col" aria-busy="true">
      <PageHeader title="Imports" />
      <div className="min-h-0 flex-1 overflow-hidden bg-surface">
        {Array.from({ length: 8 }, (_, index) => (
          <div key={index} className="flex h-[38px] items-center gap-4 border-b border-line px-4">
            <Skeleton className="w-56" />
            <Skeleton className="h-5 w-24 rounded-full max-sm:hidden" />
            <Skeleton className="ml-auto w-24" />
          </div>
        ))}
      </div>
    </div>
  );
}
