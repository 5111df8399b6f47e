'use client';

import { Maximize2 } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { RecordProvider } from '@/features/creators/components/record/record-scope';
import type { CreatorRecord } from '@/features/creators/schemas/creator-record';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import { Button } from '@/ui/button';
import { callRead, ReadError } from '@/ui/call-read';
import { Callout } from '@/ui/callout';
import { Sheet } from '@/ui/sheet';
import { Skeleton } from '@/ui/skeleton';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { CreatorRecordView } from './creator-record';

interface RecordBesideProps {
  creatorId: string;
  customFields: CreatorVocabulary['customFields'];
  onClose: () => void;
}

/** The record of a creator beside the list; one more click makes it a page. */
export function RecordBeside({ creatorId, customFields, onClose }: RecordBesideProps) {
  const { slug } = useWorkspace();
  const current = useCreatorRecord(creatorId);
  const expand = (
    <Button asChild size="s" variant="quiet" icon={<Maximize2 />}>
      <Link href={`/${slug}/creators/${creatorId}`}>Open record</Link>
    </Button>
  );
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={current?.record?.displayName ?? 'Creator'}
      width="l"
      actions={expand}
    >
      {current?.problem && (
        <Callout tone="late" className="m-4" urgent>
          {current.problem}
        </Callout>
      )}
      {!current && <RecordSkeleton />}
      {current?.record && (
        <RecordProvider key={creatorId} initial={current.record}>
          <CreatorRecordView
            customFields={customFields}
            shape="beside"
            bar={(actions) => <div className="flex flex-wrap gap-2 border-b border-line px-4 py-2">{actions}</div>}
          />
        </RecordProvider>
      )}
    </Sheet>
  );
}

/** The record once it is read, or why it could not be; null until then. */
function useCreatorRecord(creatorId: string) {
  const { slug } = useWorkspace();
  const [read, setRead] = useState<{ id: string; record: CreatorRecord | null; problem: string | null } | null>(null);
  useEffect(() => {
    const giveUp = new AbortController();
    callRead<CreatorRecord>({ workspace: slug, name: 'get-creator', signal: giveUp.signal }, { id: creatorId }).then(
      (record) => setRead({ id: creatorId, record, problem: null }),
      (error: unknown) => {
        if (error instanceof ReadError) setRead({ id: creatorId, record: null, problem: error.message });
      },
    );
    return () => giveUp.abort();
  }, [slug, creatorId]);
  return read?.id === creatorId ? read : null;
}

function RecordSkeleton() {
  return (
    <div className="flex flex-col gap-3 p-4" aria-busy="true">
      <Skeleton className="size-11 rounded-full" />
      <Skeleton className="h-5 w-40" />
      <Skeleton className="w-52" />
      <Skeleton className="w-32" />
    </div>
  );
}
