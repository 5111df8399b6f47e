import { Building2 } from 'lucide-react';
import { EmptyState } from '@/ui/empty-state';

/** For someone who can sign in and belongs nowhere. */
export function NoWorkspace() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        icon={<Building2 />}
        title="You are in no workspace"
        description="Ask an admin of your team to add this address. Nothing else is needed; reload this page afterwards."
      />
    </main>
  );
}
