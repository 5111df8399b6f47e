import { PageHeader } from '@/ui/page-header';
import { Skeleton } from '@/ui/skeleton';

/** The shape of the record while it is read. */
export default function CreatorLoading() {
  return (
    <div className="flex min-h-0 flex-1 flex-col" aria-busy="true">
      <PageHeader title={<Skeleton className="w-40" />} />
      <div className="grid min-h-0 flex-1 grid-cols-[280px_minmax(0,1fr)] bg-surface max-lg:grid-cols-1">
        <div className="flex flex-col gap-3 border-r border-line p-4">
          <Skeleton className="size-11 rounded-full" />
          <Skeleton className="h-5 w-40" />
          <Skeleton className="w-52" />
          <Skeleton className="w-32" />
        </div>
        <div className="flex flex-col gap-4 p-5 max-lg:hidden">
          {Array.from({ length: 8 }, (_, index) => (
            <Skeleton key={index} className="w-3/4" />
          ))}
        </div>
      </div>
    </div>
  );
}
