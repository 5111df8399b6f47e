import { Skeleton } from '@/ui/skeleton';

export default function TasksLoading() {
  return (
    <div aria-busy="true" className="flex flex-col gap-3 p-5">
      <Skeleton className="h-6 w-32" />
      <Skeleton className="h-9 rounded-md" />
      <Skeleton className="h-64 rounded-md" />
    </div>
  );
}
