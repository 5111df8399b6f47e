import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';

export default function NotFound() {
  return (
    <div className="grid min-h-[calc(100dvh-8rem)] flex-1 place-items-center">
      <EmptyState
        icon={<SearchX />}
        title="Nothing here"
        description="It does not exist, or you may not see it."
        action={
          <Button asChild>
            <Link href="/">Back to the start</Link>
          </Button>
        }
      />
    </div>
  );
}
