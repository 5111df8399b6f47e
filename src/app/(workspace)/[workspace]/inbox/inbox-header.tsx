'use client';

import { PanelRight, PenLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { durationText } from '@/features/threads/components/inbox/duration-text';
import type { ThreadCounts } from '@/features/threads/schemas/thread';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/chip';
import { IconButton } from '@/ui/icon-button';
import { PageHeader } from '@/ui/page-header';
import { useWorkspace } from '@/ui/shell/workspace-scope';

interface InboxHeaderProps {
  counts: ThreadCounts | null;
  /** What can be done with the conversation that is open; null: none is. */
  actions: ReactNode;
  onLog: () => void;
  /** Where the record stands behind a button. */
  beside: { shown: boolean; onChange: (shown: boolean) => void } | null;
}

/** How much waits and how fast first answers are, and what can be done. */
export function InboxHeader({ counts, actions, onLog, beside }: InboxHeaderProps) {
  const { can } = useWorkspace();
  const waiting = counts?.counts.waiting_on_us ?? 0;
  const median = counts?.medianFirstResponseSeconds ?? null;
  const write = can('message.send') && (
    <Button icon={<PenLine />} kbd="C" onClick={onLog}>
      Write down a message
    </Button>
  );
  return (
    <PageHeader
      title="Inbox"
      meta={waiting > 0 && <Chip className="max-sm:hidden">Waiting on us · {waiting}</Chip>}
      actions={
        <>
          {median !== null && (
            <span className="mr-1 text-sm text-ink-3 max-lg:hidden">Median first reply {durationText(median)}</span>
          )}
          {actions ?? write}
          {beside && (
            <IconButton
              variant="default"
              aria-label="Record beside"
              pressed={beside.shown}
              icon={<PanelRight />}
              onClick={() => beside.onChange(!beside.shown)}
            />
          )}
        </>
      }
    />
  );
}
