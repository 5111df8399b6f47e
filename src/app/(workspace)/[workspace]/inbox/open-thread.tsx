'use client';

import { ArrowLeft } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ThreadPane } from '@/features/threads/components/inbox/thread-pane';
import { useThread } from '@/features/threads/components/inbox/use-thread';
import type { ThreadDto } from '@/features/threads/schemas/thread';
import { Callout } from '@/ui/callout';
import { IconButton } from '@/ui/icon-button';
import type { MentionPerson } from '@/ui/rich-text/mention-menu';
import { Skeleton } from '@/ui/skeleton';
import { RecordPane } from './record-pane';

interface OpenThreadProps {
  id: string;
  /** What was changed a moment ago and is not read yet. */
  ahead: (thread: ThreadDto) => ThreadDto;
  people: (query: string) => Promise<readonly MentionPerson[]>;
  beside: boolean;
  onBeside: (shown: boolean) => void;
  onRead: (thread: ThreadDto) => void;
  onChanged: () => void;
  onClose: () => void;
}

/** The conversation that is open, with the record of whom it is about beside it. */
export function OpenThread(props: OpenThreadProps) {
  const { id, ahead, people, beside, onBeside, onRead, onChanged, onClose } = props;
  const open = useThread(id, onChanged);
  const [zone, setZone] = useState<string | null>(null);
  const { thread } = open;
  useEffect(() => {
    if (thread) onRead(thread);
  }, [thread, onRead]);
  const back = (
    <IconButton className="md:hidden" aria-label="Back to the list" icon={<ArrowLeft />} onClick={onClose} />
  );
  if (open.problem) {
    return (
      <div className="flex-1 p-4">
        {back}
        <Callout tone="late" urgent>
          {open.problem}
        </Callout>
      </div>
    );
  }
  if (!thread) return <ThreadSkeleton />;
  const shown = ahead(thread);
  const creator = shown.creators.find(({ state }) => state === 'confirmed') ?? null;
  return (
    <>
      <ThreadPane thread={shown} open={open} people={people} zone={zone} onChanged={onChanged} back={back} />
      {beside && creator && (
        <RecordPane
          key={creator.id}
          creatorId={creator.id}
          others={shown.creators.filter(({ id: other, state }) => other !== creator.id && state === 'confirmed')}
          onZone={setZone}
          onClose={() => onBeside(false)}
        />
      )}
    </>
  );
}

function ThreadSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-1 flex-col gap-4 bg-bg p-5">
      <Skeleton className="h-20 w-2/3 rounded-lg" />
      <Skeleton className="ml-auto h-24 w-2/3 rounded-lg" />
      <Skeleton className="h-16 w-1/2 rounded-lg" />
    </div>
  );
}
