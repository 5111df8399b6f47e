'use client';

import { Maximize2, X } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import type { RecordPanel } from '@/features/creators/components/record/record-actions';
import { GlancePane } from '@/features/creators/components/record/glance-pane';
import { IdentityPane } from '@/features/creators/components/record/identity-pane';
import { AboutPanes } from '@/features/creators/components/record/record-layout';
import { RecordProvider } from '@/features/creators/components/record/record-scope';
import type { CreatorRecord } from '@/features/creators/schemas/creator-record';
import type { CreatorVocabulary } from '@/features/creators/schemas/creator-vocabulary';
import { Button } from '@/ui/button';
import { callRead, ReadError } from '@/ui/call-read';
import { Callout } from '@/ui/callout';
import { IconButton } from '@/ui/icon-button';
import { useWorkspace } from '@/ui/shell/workspace-scope';
import { Skeleton } from '@/ui/skeleton';
import { RecordPanels } from '../creators/record-panels';

interface RecordPaneProps {
  creatorId: string;
  /** Of a conversation about several. */
  others: readonly { id: string; displayName: string }[];
  onZone: (zone: string | null) => void;
  onClose: () => void;
}

/** Whom the conversation is about: everything to know and to change, without leaving it. */
export function RecordPane({ creatorId, others, onZone, onClose }: RecordPaneProps) {
  const { slug } = useWorkspace();
  const [read, setRead] = useState<{ record: CreatorRecord; vocabulary: CreatorVocabulary } | { problem: string }>();
  const [panel, setPanel] = useState<RecordPanel | null>(null);
  useEffect(() => {
    const giveUp = new AbortController();
    const { signal } = giveUp;
    Promise.all([
      callRead<CreatorRecord>({ workspace: slug, name: 'get-creator', signal }, { id: creatorId }),
      callRead<CreatorVocabulary>({ workspace: slug, name: 'get-creator-vocabulary', signal }),
    ]).then(
      ([record, vocabulary]) => {
        setRead({ record, vocabulary });
        onZone(record.timeZone);
      },
      (error: unknown) => {
        if (error instanceof ReadError) setRead({ problem: error.message });
      },
    );
    return () => giveUp.abort();
  }, [slug, creatorId, onZone]);
  return (
    <aside
      aria-label="Record"
      className="w-[312px] shrink-0 overflow-y-auto border-l border-line bg-surface max-[1179px]:absolute max-[1179px]:inset-y-0 max-[1179px]:right-0 max-[1179px]:z-20 max-[1179px]:shadow-pop max-sm:w-full"
    >
      <div className="flex items-center gap-1 border-b border-line px-3 py-1.5">
        <Button asChild size="s" variant="quiet" icon={<Maximize2 />}>
          <Link href={`/${slug}/creators/${creatorId}`}>Open record</Link>
        </Button>
        {others.map(({ id, displayName }) => (
          <Button key={id} asChild size="s" variant="link">
            <Link href={`/${slug}/creators/${id}`}>{displayName}</Link>
          </Button>
        ))}
        <IconButton
          className="ml-auto min-[1180px]:hidden"
          aria-label="Close the record"
          icon={<X />}
          onClick={onClose}
        />
      </div>
      {read === undefined && <Skeleton className="m-4 h-40 rounded-md" />}
      {read && 'problem' in read && (
        <Callout tone="late" className="m-3">
          {read.problem}
        </Callout>
      )}
      {read && 'record' in read && (
        <RecordProvider initial={read.record}>
          <IdentityPane />
          <AboutPanes customFields={read.vocabulary.customFields} onOpen={setPanel} aside={<GlancePane />} />
          <RecordPanels
            panel={panel}
            mergeWith={null}
            customFields={read.vocabulary.customFields}
            onClose={() => setPanel(null)}
            onMerged={() => setPanel(null)}
          />
        </RecordProvider>
      )}
    </aside>
  );
}
