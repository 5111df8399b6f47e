'use client';

import { TriangleAlert } from 'lucide-react';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="grid min-h-dvh flex-1 place-items-center">
      <EmptyState
        icon={<TriangleAlert />}
        title="This screen could not be shown"
        description={`Nothing was changed. Try again; if it stays, tell your admin the reference ${error.digest ?? 'unknown'}.`}
        action={<Button onClick={reset}>Try again</Button>}
      />
    </div>
  );
}
